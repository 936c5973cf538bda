#include "CICU.h"

#include <string.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

static int32_t transliterate(
    const char *id, const uint16_t *source, int32_t length, uint16_t *target, int32_t capacity) {
  if (length > capacity) return CICU_OVERFLOW;
  UChar name[32];
  u_uastrcpy(name, id);
  UErrorCode status = U_ZERO_ERROR;
  UTransliterator *transliterator = utrans_openU(name, -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
  if (U_FAILURE(status)) return CICU_UNAVAILABLE;
  memcpy(target, source, (size_t)length * sizeof *source);
  int32_t written = length;
  int32_t limit = length;
  utrans_transUChars(transliterator, (UChar *)target, &written, capacity, 0, &limit, &status);
  utrans_close(transliterator);
  if (status == U_BUFFER_OVERFLOW_ERROR) return CICU_OVERFLOW;
  return U_FAILURE(status) ? CICU_UNAVAILABLE : written;
}

int32_t cicu_transliterate_hant_hans(const uint16_t *source, int32_t length, uint16_t *target, int32_t capacity) {
  return transliterate("Hant-Hans", source, length, target, capacity);
}

int32_t cicu_transliterate_hans_hant(const uint16_t *source, int32_t length, uint16_t *target, int32_t capacity) {
  return transliterate("Hans-Hant", source, length, target, capacity);
}
