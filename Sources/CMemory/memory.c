#include "CMemory.h"

#include <stdlib.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

void cmemory_return_large_blocks(int bytes) {
#ifdef __GLIBC__
  mallopt(M_MMAP_THRESHOLD, bytes);
  // Setting one threshold stops the library from adapting the other, and at its first value, 128 KB, the heap would be
  // given back behind each page and faulted in again for the next.
  mallopt(M_TRIM_THRESHOLD, 4 * bytes);
#else
  (void)bytes;
#endif
}
