#ifndef CICU_H
#define CICU_H

#include <stdint.h>

// ICU behind plain types: its own headers rename every function by version and clash with the copy inside Foundation.
// Lengths and offsets of UTF-16 are code units, of bytes bytes. Nothing here keeps state between calls.

/// The version of ICU this was built against, as "72.1".
const char *cicu_version(void);

enum {
  CICU_OK = 0,
  /// ICU knows no encoding, transliterator or locale data of that name, or could not be set up.
  CICU_UNAVAILABLE = -1,
  /// The target buffer is too small.
  CICU_OVERFLOW = -2,
  /// A sequence that the encoding does not have.
  CICU_MALFORMED = -3,
  /// The source ends within a sequence.
  CICU_TRUNCATED = -4,
};

/// What the charset detector holds possible.
typedef struct {
  /// As ICU calls it: "GB18030", "Big5", "UTF-16LE".
  char name[32];
  /// 0 to 100.
  int32_t confidence;
} cicu_charset;

/// Guesses the encoding of a text, best guess first. Gives the number of guesses written, 0 for none.
int32_t cicu_detect(const uint8_t *source, int64_t length, cicu_charset *guesses, int32_t capacity);

/// The IANA name of an encoding that ICU can decode, by any of its names; gives CICU_OK or CICU_UNAVAILABLE.
int32_t cicu_encoding_name(const char *encoding, char *name, int32_t capacity);

/// Decodes to UTF-8, stopping at the first sequence that the encoding does not have.
/// `written` is set to the bytes of UTF-8 that are good, `read` to the bytes of the source they were made of: at an
/// error that is the offset of the offending sequence. Three bytes of target for each byte of source always suffice.
int32_t cicu_decode(
    const char *encoding, const uint8_t *source, int64_t length, uint8_t *target, int64_t capacity, int64_t *written,
    int64_t *read);

/// Encodes UTF-16 in another encoding; a character that it does not have gives CICU_MALFORMED.
/// Gives the number of bytes written, or an error.
int32_t cicu_encode(
    const char *encoding, const uint16_t *source, int32_t length, uint8_t *target, int32_t capacity);

/// Traditional to simplified characters. Gives the number of code units written, or an error.
int32_t cicu_transliterate_hant_hans(const uint16_t *source, int32_t length, uint16_t *target, int32_t capacity);

/// Simplified to traditional characters. Gives the number of code units written, or an error.
int32_t cicu_transliterate_hans_hant(const uint16_t *source, int32_t length, uint16_t *target, int32_t capacity);

/// Cuts a text into words by the dictionary of a locale ("zh"): the end of each piece, and whether it is a word (1) or
/// space and punctuation (0). Gives the number of pieces, or an error; `is_word` may be null.
int32_t cicu_word_ends(
    const char *locale, const uint16_t *text, int32_t length, int32_t *ends, uint8_t *is_word, int32_t capacity);

#endif
