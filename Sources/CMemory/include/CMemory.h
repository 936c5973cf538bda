#ifndef CMEMORY_H
#define CMEMORY_H

/// Has blocks of so many bytes and more given back to the system as soon as they are freed, and the end of the heap when
/// four times as much of it is free, where the C library is glibc.
void cmemory_return_large_blocks(int bytes);

#endif
