#include "zstandard.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stddef.h>

#include "CCompression.h"

// The part of libzstd's stable interface that decoding needs (zstd.h, since 1.3).
typedef struct {
  const void *bytes;
  size_t size, position;
} input_buffer;

typedef struct {
  void *bytes;
  size_t size, position;
} output_buffer;

static struct {
  void *(*create)(void);
  size_t (*release)(void *);
  size_t (*decompress)(void *, output_buffer *, input_buffer *);
  unsigned (*is_error)(size_t);
} library;
static int is_loaded;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void *handle;

static int find(const char *name, void *function) {
  void *symbol = dlsym(handle, name);
  // An object pointer may be copied into a function pointer on every POSIX system.
  *(void **)function = symbol;
  return symbol != NULL;
}

static void load(void) {
  static const char *const names[] = {"libzstd.so.1", "libzstd.1.dylib", "libzstd.so"};
  for (size_t index = 0; index < sizeof names / sizeof *names && !handle; index++) {
    handle = dlopen(names[index], RTLD_NOW | RTLD_LOCAL);
  }
  is_loaded = handle && find("ZSTD_createDStream", &library.create) && find("ZSTD_freeDStream", &library.release) &&
              find("ZSTD_decompressStream", &library.decompress) && find("ZSTD_isError", &library.is_error);
}

void *zstandard_open(int *status) {
  pthread_once(&once, load);
  if (!is_loaded) {
    *status = CCOMPRESSION_UNAVAILABLE;
    return NULL;
  }
  void *stream = library.create();
  *status = stream ? CCOMPRESSION_OK : CCOMPRESSION_NO_MEMORY;
  return stream;
}

void zstandard_close(void *stream) { library.release(stream); }

int zstandard_decode(
    void *stream, const uint8_t *source, int64_t length, int64_t *read, uint8_t *target, int64_t capacity,
    int64_t *written) {
  input_buffer input = {source, (size_t)length, 0};
  output_buffer output = {target, (size_t)capacity, 0};
  size_t outcome = library.decompress(stream, &output, &input);
  *read = (int64_t)input.position;
  *written = (int64_t)output.position;
  if (library.is_error(outcome)) return CCOMPRESSION_MALFORMED;
  return outcome == 0 ? CCOMPRESSION_END : CCOMPRESSION_OK;
}
