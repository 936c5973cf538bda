#include <libxml/xmlversion.h>
// Debian builds libxml2 with ICU, and its encoding.h then includes ICU's headers, whose types clash with those of the
// copy inside Foundation. Nothing here uses the two fields at the end of xmlCharEncodingHandler that go with it.
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlreader.h>

/// `xmlFree` is a variable, which Swift cannot use safely.
static inline void clibxml2_free(void *memory) { xmlFree(memory); }
