/* sanitized.h: is the address sanitizer there? It maps more than any limit and has an allocator of its own; gcc and
 * clang say differently that it is. */
#ifndef BASE_SANITIZED_H
#define BASE_SANITIZED_H

#if defined __SANITIZE_ADDRESS__
#define SANITIZED 1
#elif defined __has_feature
#define SANITIZED __has_feature(address_sanitizer)
#else
#define SANITIZED 0
#endif

#endif
