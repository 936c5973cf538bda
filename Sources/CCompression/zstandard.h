#ifndef ZSTANDARD_H
#define ZSTANDARD_H

#include <stdint.h>

/// Null with the reason in `status`.
void *zstandard_open(int *status);
void zstandard_close(void *stream);
int zstandard_decode(
    void *stream, const uint8_t *source, int64_t length, int64_t *read, uint8_t *target, int64_t capacity,
    int64_t *written);

#endif
