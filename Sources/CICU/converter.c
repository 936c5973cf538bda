#include "CICU.h"

#include <string.h>
#include <unicode/ucnv.h>
#include <unicode/ustring.h>

enum { CHUNK = 16384 };

static int32_t copy_name(const char *from, char *name, int32_t capacity) {
  size_t length = strlen(from);
  if (length >= (size_t)capacity) return CICU_OVERFLOW;
  memcpy(name, from, length + 1);
  return CICU_OK;
}

int32_t cicu_encoding_name(const char *encoding, char *name, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter *converter = ucnv_open(encoding, &status);
  if (U_FAILURE(status)) return CICU_UNAVAILABLE;
  UErrorCode naming = U_ZERO_ERROR;
  const char *standard = ucnv_getStandardName(encoding, "MIME", &naming);
  if (!standard) {
    naming = U_ZERO_ERROR;
    standard = ucnv_getStandardName(encoding, "IANA", &naming);
  }
  if (!standard) standard = encoding;
  int32_t result = copy_name(standard, name, capacity);
  ucnv_close(converter);
  return result;
}

int32_t cicu_decode(
    const char *encoding, const uint8_t *source, int64_t length, uint8_t *target, int64_t capacity, int64_t *written,
    int64_t *read) {
  *written = 0;
  *read = 0;
  UErrorCode status = U_ZERO_ERROR;
  UConverter *converter = ucnv_open(encoding, &status);
  if (U_FAILURE(status)) return CICU_UNAVAILABLE;
  ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &status);
  const char *start = (const char *)source;
  const char *end = start + length;
  const char *next = start;
  UChar pivot[CHUNK + 1];
  UChar carried = 0;  // a high surrogate that ended the chunk before
  int32_t result = CICU_OK;
  for (;;) {
    UChar *pivot_next = pivot;
    if (carried) *pivot_next++ = carried;
    carried = 0;
    status = U_ZERO_ERROR;
    ucnv_toUnicode(converter, &pivot_next, pivot + CHUNK, &next, end, NULL, 1, &status);
    UBool more = status == U_BUFFER_OVERFLOW_ERROR;
    if (more && pivot_next > pivot && U16_IS_LEAD(pivot_next[-1])) carried = *--pivot_next;
    int32_t bytes = 0;
    UErrorCode encoded = U_ZERO_ERROR;
    int64_t room = capacity - *written;
    u_strToUTF8(
        (char *)target + *written, room > INT32_MAX ? INT32_MAX : (int32_t)room, &bytes, pivot,
        (int32_t)(pivot_next - pivot), &encoded);
    if (encoded == U_BUFFER_OVERFLOW_ERROR) {
      result = CICU_OVERFLOW;
      break;
    }
    if (U_FAILURE(encoded)) {  // a lone surrogate
      result = CICU_MALFORMED;
      break;
    }
    *written += bytes;
    if (more) continue;
    *read = next - start;
    if (U_SUCCESS(status)) break;
    char invalid[32];
    int8_t invalid_length = sizeof invalid;
    UErrorCode asked = U_ZERO_ERROR;
    ucnv_getInvalidChars(converter, invalid, &invalid_length, &asked);
    if (U_SUCCESS(asked)) *read -= invalid_length;
    result = status == U_TRUNCATED_CHAR_FOUND ? CICU_TRUNCATED : CICU_MALFORMED;
    break;
  }
  ucnv_close(converter);
  return result;
}

int32_t cicu_encode(
    const char *encoding, const uint16_t *source, int32_t length, uint8_t *target, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter *converter = ucnv_open(encoding, &status);
  if (U_FAILURE(status)) return CICU_UNAVAILABLE;
  ucnv_setFromUCallBack(converter, UCNV_FROM_U_CALLBACK_STOP, NULL, NULL, NULL, &status);
  int32_t written = ucnv_fromUChars(converter, (char *)target, capacity, (const UChar *)source, length, &status);
  ucnv_close(converter);
  if (status == U_BUFFER_OVERFLOW_ERROR) return CICU_OVERFLOW;
  if (U_FAILURE(status)) return CICU_MALFORMED;
  return written;
}
