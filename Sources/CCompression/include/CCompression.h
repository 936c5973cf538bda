#ifndef CCOMPRESSION_H
#define CCOMPRESSION_H

#include <stdint.h>

// zlib and Zstandard behind one small interface of plain types. zlib is linked; libzstd is opened at run time, since few
// inputs need it: a machine without it reads everything else.

enum {
  CCOMPRESSION_GZIP = 0,
  /// Without header: as in ZIP archives.
  CCOMPRESSION_DEFLATE = 1,
  CCOMPRESSION_ZSTANDARD = 2,
};

enum {
  /// All that could be done is done; the source is used up or the target is full.
  CCOMPRESSION_OK = 0,
  /// A compressed member or frame has ended; another may follow after `ccompression_restart`.
  CCOMPRESSION_END = 1,
  CCOMPRESSION_MALFORMED = -1,
  /// The library is not on this machine.
  CCOMPRESSION_UNAVAILABLE = -2,
  CCOMPRESSION_NO_MEMORY = -3,
};

typedef struct ccompression_decoder ccompression_decoder;

/// Null with the reason in `status`.
ccompression_decoder *ccompression_open(int format, int *status);
void ccompression_close(ccompression_decoder *decoder);

/// Makes the decoder ready for another member.
int ccompression_restart(ccompression_decoder *decoder);

/// Decodes from `source` to `target`; `read` and `written` are set to how many bytes of each were used.
int ccompression_decode(
    ccompression_decoder *decoder, const uint8_t *source, int64_t length, int64_t *read, uint8_t *target,
    int64_t capacity, int64_t *written);

/// CRC-32 as ZIP and gzip have it; begins with 0.
uint32_t ccompression_crc32(uint32_t crc, const uint8_t *bytes, int64_t length);

/// Compresses at once, as CCOMPRESSION_GZIP or CCOMPRESSION_DEFLATE; gives the number of bytes written, or an error.
int64_t ccompression_encode(int format, const uint8_t *source, int64_t length, uint8_t *target, int64_t capacity);

#endif
