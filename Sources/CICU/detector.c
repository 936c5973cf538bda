#include "CICU.h"

#include <string.h>
#include <unicode/ucsdet.h>

// The detector counts characters; what it has not seen in this many bytes it will not see in more.
enum { SAMPLE = 65536 };

int32_t cicu_detect(const uint8_t *source, int64_t length, cicu_charset *guesses, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  UCharsetDetector *detector = ucsdet_open(&status);
  if (U_FAILURE(status)) return 0;
  int32_t count = 0;
  ucsdet_setText(detector, (const char *)source, length < SAMPLE ? (int32_t)length : SAMPLE, &status);
  const UCharsetMatch **matches = ucsdet_detectAll(detector, &count, &status);
  int32_t written = 0;
  for (int32_t index = 0; U_SUCCESS(status) && matches && index < count && written < capacity; index++) {
    UErrorCode asked = U_ZERO_ERROR;
    const char *name = ucsdet_getName(matches[index], &asked);
    int32_t confidence = ucsdet_getConfidence(matches[index], &asked);
    if (U_FAILURE(asked) || !name || strlen(name) >= sizeof guesses->name) continue;
    strcpy(guesses[written].name, name);
    guesses[written].confidence = confidence;
    written++;
  }
  ucsdet_close(detector);
  return written;
}
