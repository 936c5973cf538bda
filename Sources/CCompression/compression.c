#include "CCompression.h"

#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "zstandard.h"

struct ccompression_decoder {
  int format;
  z_stream zlib;
  void *zstandard;
};

static int window_bits(int format) { return format == CCOMPRESSION_GZIP ? 16 + MAX_WBITS : -MAX_WBITS; }

// zlib counts in unsigned int.
static uInt bounded(int64_t count) { return count > (1 << 30) ? (1 << 30) : (uInt)count; }

ccompression_decoder *ccompression_open(int format, int *status) {
  ccompression_decoder *decoder = calloc(1, sizeof *decoder);
  if (!decoder) {
    *status = CCOMPRESSION_NO_MEMORY;
    return NULL;
  }
  decoder->format = format;
  if (format == CCOMPRESSION_ZSTANDARD) {
    decoder->zstandard = zstandard_open(status);
  } else {
    *status = inflateInit2(&decoder->zlib, window_bits(format)) == Z_OK ? CCOMPRESSION_OK : CCOMPRESSION_NO_MEMORY;
  }
  if (*status != CCOMPRESSION_OK) {
    free(decoder);
    return NULL;
  }
  return decoder;
}

void ccompression_close(ccompression_decoder *decoder) {
  if (!decoder) return;
  if (decoder->format == CCOMPRESSION_ZSTANDARD) {
    zstandard_close(decoder->zstandard);
  } else {
    inflateEnd(&decoder->zlib);
  }
  free(decoder);
}

int ccompression_restart(ccompression_decoder *decoder) {
  // Zstandard begins the next frame by itself.
  if (decoder->format == CCOMPRESSION_ZSTANDARD) return CCOMPRESSION_OK;
  return inflateReset(&decoder->zlib) == Z_OK ? CCOMPRESSION_OK : CCOMPRESSION_MALFORMED;
}

int ccompression_decode(
    ccompression_decoder *decoder, const uint8_t *source, int64_t length, int64_t *read, uint8_t *target,
    int64_t capacity, int64_t *written) {
  if (decoder->format == CCOMPRESSION_ZSTANDARD) {
    return zstandard_decode(decoder->zstandard, source, length, read, target, capacity, written);
  }
  z_stream *zlib = &decoder->zlib;
  uInt available = bounded(length), room = bounded(capacity);
  zlib->next_in = (Bytef *)source;
  zlib->avail_in = available;
  zlib->next_out = target;
  zlib->avail_out = room;
  int outcome = inflate(zlib, Z_NO_FLUSH);
  *read = available - zlib->avail_in;
  *written = room - zlib->avail_out;
  switch (outcome) {
  case Z_OK:
  case Z_BUF_ERROR: return CCOMPRESSION_OK;
  case Z_STREAM_END: return CCOMPRESSION_END;
  case Z_MEM_ERROR: return CCOMPRESSION_NO_MEMORY;
  default: return CCOMPRESSION_MALFORMED;
  }
}

uint32_t ccompression_crc32(uint32_t crc, const uint8_t *bytes, int64_t length) {
  return (uint32_t)crc32_z(crc, bytes, (z_size_t)length);
}

int64_t ccompression_encode(int format, const uint8_t *source, int64_t length, uint8_t *target, int64_t capacity) {
  if (format == CCOMPRESSION_ZSTANDARD || length > (1 << 30)) return CCOMPRESSION_UNAVAILABLE;
  z_stream zlib;
  memset(&zlib, 0, sizeof zlib);
  if (deflateInit2(&zlib, Z_DEFAULT_COMPRESSION, Z_DEFLATED, window_bits(format), 8, Z_DEFAULT_STRATEGY) != Z_OK) {
    return CCOMPRESSION_NO_MEMORY;
  }
  zlib.next_in = (Bytef *)source;
  zlib.avail_in = (uInt)length;
  zlib.next_out = target;
  zlib.avail_out = bounded(capacity);
  int outcome = deflate(&zlib, Z_FINISH);
  int64_t written = (int64_t)zlib.total_out;
  deflateEnd(&zlib);
  return outcome == Z_STREAM_END ? written : CCOMPRESSION_NO_MEMORY;
}
