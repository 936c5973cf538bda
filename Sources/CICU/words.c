#include "CICU.h"

#include <unicode/ubrk.h>

int32_t cicu_word_ends(
    const char *locale, const uint16_t *text, int32_t length, int32_t *ends, uint8_t *is_word, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *iterator = ubrk_open(UBRK_WORD, locale, (const UChar *)text, length, &status);
  if (U_FAILURE(status)) return CICU_UNAVAILABLE;
  int32_t count = 0;
  ubrk_first(iterator);
  for (int32_t end = ubrk_next(iterator); end != UBRK_DONE; end = ubrk_next(iterator)) {
    if (count == capacity) {
      count = CICU_OVERFLOW;
      break;
    }
    ends[count] = end;
    if (is_word) is_word[count] = ubrk_getRuleStatus(iterator) >= UBRK_WORD_NONE_LIMIT;
    count++;
  }
  ubrk_close(iterator);
  return count;
}
