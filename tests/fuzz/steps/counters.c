/* The calls that the instrumentation of a fuzz target makes at every comparison, and the allocator's: counted instead of
   given to libFuzzer. */
#include <stddef.h>
#include <stdint.h>

static uint64_t steps;
static uint64_t bytes;

uint64_t counted_steps(void) { return steps; }
uint64_t counted_bytes(void) { return bytes; }

#define COUNT(name, type) \
    void __sanitizer_cov_trace_##name(type a, type b) { (void)a; (void)b; steps++; }
COUNT(cmp1, uint8_t)
COUNT(cmp2, uint16_t)
COUNT(cmp4, uint32_t)
COUNT(cmp8, uint64_t)
COUNT(const_cmp1, uint8_t)
COUNT(const_cmp2, uint16_t)
COUNT(const_cmp4, uint32_t)
COUNT(const_cmp8, uint64_t)
void __sanitizer_cov_trace_switch(uint64_t value, uint64_t *cases) { (void)value; (void)cases; steps++; }
void __sanitizer_cov_8bit_counters_init(uint8_t *from, uint8_t *to) { (void)from; (void)to; }
void __sanitizer_cov_pcs_init(const uintptr_t *from, const uintptr_t *to) { (void)from; (void)to; }
_Thread_local uintptr_t __sancov_lowest_stack;

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *place, size_t size);
void *__wrap_malloc(size_t size) { bytes += size; return __real_malloc(size); }
void *__wrap_calloc(size_t count, size_t size) { bytes += count * size; return __real_calloc(count, size); }
void *__wrap_realloc(void *place, size_t size) { bytes += size; return __real_realloc(place, size); }
