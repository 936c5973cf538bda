#ifndef CICU_H
#define CICU_H

#include <stdint.h>

/// The version of ICU this was built against, as "72.1".
const char *cicu_version(void);

#endif
