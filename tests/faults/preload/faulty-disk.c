/*
 * Stands between a process and the C library for every file under ASSAY_FAULT_FOLDER. Records what is written, flushed,
 * named and removed into ASSAY_FAULT_RECORD, makes a chosen call fail, and (ASSAY_FAULT_NETWORK=1) refuses every socket
 * that is not a local one, noting it in ASSAY_FAULT_SOCKETS. With ASSAY_FAULT_WRITES each file opened for writing outside
 * the folder is noted there.
 *
 * Record: header { u32 op, u32 file, u64 offset, u32 length, u32 length2 }, then the bytes of both lengths.
 * Commands come as readlink("/assay-fault/COMMAND"): `fail/KIND/K/ERRNO/COUNT`, `heal`, `calls`.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum { OP_CREATE = 1, OP_WRITE, OP_TRUNCATE, OP_SYNC, OP_RENAME, OP_LINK, OP_UNLINK, OP_SYNC_FOLDER, OP_FOLDER };
enum { KIND_WRITE = 1, KIND_SYNC = 2, KIND_NAME = 4, KIND_CREATE = 8 };

#define MOST_FDS 4096
#define MOST_FILES 65536

struct watched { uint32_t file; int is_folder; int is_append; char path[PATH_MAX]; };
struct known { ino_t inode; uint32_t file; };

static pthread_mutex_t guard = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP;
static struct watched *watched[MOST_FDS];
static struct known known[MOST_FILES];
static int known_count;
static uint32_t next_file = 1;
static const char *folder, *sockets, *writes;
static size_t folder_length;
static int record = -1, is_network_refused;
static long calls, fail_at = -1, fail_count, failed, failed_syncs;
static int fail_kinds, fail_errno;

#define REAL(type, name, ...) \
  static type (*real)(__VA_ARGS__); \
  if (!real) real = dlsym(RTLD_NEXT, name)

static ssize_t plain_write(int fd, const void *bytes, size_t length) { return syscall(SYS_write, fd, bytes, length); }

__attribute__((constructor)) static void begin(void) {
  folder = getenv("ASSAY_FAULT_FOLDER");
  folder_length = folder ? strlen(folder) : 0;
  sockets = getenv("ASSAY_FAULT_SOCKETS");
  writes = getenv("ASSAY_FAULT_WRITES");
  is_network_refused = getenv("ASSAY_FAULT_NETWORK") != NULL;
  const char *path = getenv("ASSAY_FAULT_RECORD");
  if (path) record = syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

static int is_inside(const char *path) {
  return folder && path && strncmp(path, folder, folder_length) == 0 && (path[folder_length] == '/' || path[folder_length] == 0);
}

static void note(uint32_t op, uint32_t file, uint64_t offset, const void *a, uint32_t a_length, const void *b, uint32_t b_length) {
  if (record < 0) return;
  struct { uint32_t op, file; uint64_t offset; uint32_t a, b; } head = { op, file, offset, a_length, b_length };
  struct iovec parts[3] = { { &head, sizeof head }, { (void *)a, a_length }, { (void *)b, b_length } };
  syscall(SYS_writev, record, parts, 3);
}

static void note_line(const char *path, const char *line) {
  int fd = syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (fd < 0) return;
  char text[PATH_MAX + 2];
  int length = snprintf(text, sizeof text, "%s\n", line);
  plain_write(fd, text, length);
  syscall(SYS_close, fd);
}

/* Whether this call is the one to fail; sets errno. */
static int fails(int kind) {
  if (!(fail_kinds & kind)) return 0;
  calls += 1;
  if (fail_at < 0 || calls < fail_at || calls >= fail_at + fail_count) return 0;
  failed += 1;
  failed_syncs += kind == KIND_SYNC;
  errno = fail_errno;
  return 1;
}

static struct watched *of(int fd) { return fd >= 0 && fd < MOST_FDS ? watched[fd] : NULL; }

static uint32_t file_of(ino_t inode, int is_new) {
  for (int at = known_count - 1; at >= 0 && !is_new; at -= 1)
    if (known[at % MOST_FILES].inode == inode) return known[at % MOST_FILES].file;
  known[known_count % MOST_FILES] = (struct known){ inode, next_file };
  known_count += 1;
  return next_file++;
}

/* Remembers an opened file of the folder. */
static void watch(int fd, const char *path, int flags, int is_new) {
  struct stat stats;
  if (fd < 0 || fd >= MOST_FDS || fstat(fd, &stats) != 0) return;
  struct watched *one = malloc(sizeof *one);
  one->is_folder = S_ISDIR(stats.st_mode);
  one->is_append = (flags & O_APPEND) != 0;
  snprintf(one->path, sizeof one->path, "%s", path);
  one->file = one->is_folder ? 0 : file_of(stats.st_ino, is_new);
  free(watched[fd]);
  watched[fd] = one;
  if (is_new && !one->is_folder) note(OP_CREATE, one->file, 0, path, strlen(path), NULL, 0);
  if (!is_new && (flags & O_TRUNC)) note(OP_TRUNCATE, one->file, 0, NULL, 0, NULL, 0);
}

static int open_at(int at, const char *path, int flags, mode_t mode) {
  if (writes && path && (flags & (O_WRONLY | O_RDWR | O_CREAT)) && !is_inside(path) && strncmp(path, "/dev/", 5) && strncmp(path, "/proc/", 6)) note_line(writes, path);
  if (at != AT_FDCWD || !is_inside(path)) return syscall(SYS_openat, at, path, flags, mode);
  pthread_mutex_lock(&guard);
  int is_new = (flags & O_CREAT) && syscall(SYS_faccessat, AT_FDCWD, path, F_OK) != 0;
  int fd = is_new && fails(KIND_CREATE) ? -1 : (int)syscall(SYS_openat, at, path, flags, mode);
  if (fd >= 0) {
    int saved = errno;
    watch(fd, path, flags, is_new);
    errno = saved;
  }
  pthread_mutex_unlock(&guard);
  return fd;
}

#define MODE_OF(flags) mode_t mode = 0; if ((flags) & (O_CREAT | __O_TMPFILE)) { va_list rest; va_start(rest, flags); mode = va_arg(rest, mode_t); va_end(rest); }
int open(const char *path, int flags, ...) { MODE_OF(flags) return open_at(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE_OF(flags) return open_at(AT_FDCWD, path, flags | O_LARGEFILE, mode); }
int openat(int at, const char *path, int flags, ...) { MODE_OF(flags) return open_at(at, path, flags, mode); }
int openat64(int at, const char *path, int flags, ...) { MODE_OF(flags) return open_at(at, path, flags | O_LARGEFILE, mode); }

int close(int fd) {
  pthread_mutex_lock(&guard);
  if (of(fd)) { free(watched[fd]); watched[fd] = NULL; }
  pthread_mutex_unlock(&guard);
  return syscall(SYS_close, fd);
}

static ssize_t write_at(int fd, const void *bytes, size_t length, off_t offset, int is_positioned) {
  struct watched *one = of(fd);
  if (!one) return is_positioned ? syscall(SYS_pwrite64, fd, bytes, length, offset) : plain_write(fd, bytes, length);
  pthread_mutex_lock(&guard);
  struct stat stats;
  off_t at = is_positioned ? offset : one->is_append && fstat(fd, &stats) == 0 ? stats.st_size : lseek(fd, 0, SEEK_CUR);
  ssize_t written = -1;
  if (!fails(KIND_WRITE)) {
    written = is_positioned ? syscall(SYS_pwrite64, fd, bytes, length, offset) : plain_write(fd, bytes, length);
    if (written > 0) note(OP_WRITE, one->file, at, bytes, written, NULL, 0);
  }
  pthread_mutex_unlock(&guard);
  return written;
}

ssize_t write(int fd, const void *bytes, size_t length) { return write_at(fd, bytes, length, 0, 0); }
ssize_t pwrite(int fd, const void *bytes, size_t length, off_t offset) { return write_at(fd, bytes, length, offset, 1); }
ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t offset) { return write_at(fd, bytes, length, offset, 1); }
ssize_t writev(int fd, const struct iovec *parts, int count) {
  if (!of(fd)) return syscall(SYS_writev, fd, parts, count);
  return write_at(fd, parts[0].iov_base, parts[0].iov_len, 0, 0);
}
ssize_t pwritev(int fd, const struct iovec *parts, int count, off_t offset) {
  if (!of(fd)) { REAL(ssize_t, "pwritev", int, const struct iovec *, int, off_t); return real(fd, parts, count, offset); }
  return write_at(fd, parts[0].iov_base, parts[0].iov_len, offset, 1);
}
ssize_t pwritev64(int fd, const struct iovec *parts, int count, off64_t offset) { return pwritev(fd, parts, count, offset); }

ssize_t sendfile(int to, int from, off_t *offset, size_t length) {
  char piece[65536];
  off_t at = offset ? *offset : lseek(from, 0, SEEK_CUR);
  ssize_t got = pread(from, piece, length < sizeof piece ? length : sizeof piece, at);
  if (got <= 0) return got;
  ssize_t put = write(to, piece, got);
  if (put > 0 && offset) *offset += put;
  else if (put > 0) lseek(from, at + put, SEEK_SET);
  return put;
}
ssize_t sendfile64(int to, int from, off64_t *offset, size_t length) { return sendfile(to, from, offset, length); }

/* Copies inside the kernel would pass unseen: callers fall back to sendfile. */
ssize_t copy_file_range(int from, off64_t *from_at, int to, off64_t *to_at, size_t length, unsigned flags) {
  (void)from, (void)from_at, (void)to, (void)to_at, (void)length, (void)flags;
  errno = ENOSYS;
  return -1;
}
long syscall(long number, ...) {
  REAL(long, "syscall", long, ...);
  va_list rest;
  va_start(rest, number);
  long a = va_arg(rest, long), b = va_arg(rest, long), c = va_arg(rest, long), d = va_arg(rest, long), e = va_arg(rest, long), f = va_arg(rest, long);
  va_end(rest);
  if (number == SYS_copy_file_range && folder) { errno = ENOSYS; return -1; }
  return real(number, a, b, c, d, e, f);
}

int ftruncate(int fd, off_t length) {
  struct watched *one = of(fd);
  if (!one) return syscall(SYS_ftruncate, fd, length);
  pthread_mutex_lock(&guard);
  int result = fails(KIND_WRITE) ? -1 : (int)syscall(SYS_ftruncate, fd, length);
  if (result == 0) note(OP_TRUNCATE, one->file, length, NULL, 0, NULL, 0);
  pthread_mutex_unlock(&guard);
  return result;
}
int ftruncate64(int fd, off64_t length) { return ftruncate(fd, length); }

static int sync_fd(int fd, long number) {
  struct watched *one = of(fd);
  if (!one) return syscall(number, fd);
  pthread_mutex_lock(&guard);
  int result = fails(KIND_SYNC) ? -1 : 0;
  if (result == 0) note(one->is_folder ? OP_SYNC_FOLDER : OP_SYNC, one->file, 0, one->path, strlen(one->path), NULL, 0);
  pthread_mutex_unlock(&guard);
  return result;
}
int fsync(int fd) { return sync_fd(fd, SYS_fsync); }
int fdatasync(int fd) { return sync_fd(fd, SYS_fdatasync); }

static int name_call(uint32_t op, long number, const char *from, const char *to) {
  if (!is_inside(from) && !is_inside(to)) return syscall(number, from, to);
  pthread_mutex_lock(&guard);
  int result = op != OP_UNLINK && fails(KIND_NAME) ? -1 : (int)syscall(number, from, to);
  if (result == 0) note(op, 0, 0, from, strlen(from), to ? to : "", to ? strlen(to) : 0);
  pthread_mutex_unlock(&guard);
  return result;
}
int rename(const char *from, const char *to) { return name_call(OP_RENAME, SYS_rename, from, to); }
int link(const char *from, const char *to) { return name_call(OP_LINK, SYS_link, from, to); }
int unlink(const char *path) { return name_call(OP_UNLINK, SYS_unlink, path, NULL); }
int unlinkat(int at, const char *path, int flags) {
  char whole[PATH_MAX * 2], parent[PATH_MAX], link_path[64];
  snprintf(whole, sizeof whole, "%s", path);
  if (at != AT_FDCWD && path[0] != '/') {
    snprintf(link_path, sizeof link_path, "/proc/self/fd/%d", at);
    ssize_t length = syscall(SYS_readlink, link_path, parent, sizeof parent - 1);
    if (length > 0) { parent[length] = 0; snprintf(whole, sizeof whole, "%s/%s", parent, path); }
  }
  int result = syscall(SYS_unlinkat, at, path, flags);
  if (result == 0 && !(flags & AT_REMOVEDIR) && is_inside(whole)) note(OP_UNLINK, 0, 0, whole, strlen(whole), "", 0);
  return result;
}
int remove(const char *path) {
  int result = unlink(path);
  return result != 0 && errno == EISDIR ? rmdir(path) : result;
}
int mkdir(const char *path, mode_t mode) {
  if (is_inside(path) && fails(KIND_CREATE)) return -1;
  int result = syscall(SYS_mkdir, path, mode);
  if (result == 0 && is_inside(path)) note(OP_FOLDER, 0, 0, path, strlen(path), NULL, 0);
  return result;
}

int connect(int fd, const struct sockaddr *address, socklen_t length) {
  if (is_network_refused && address->sa_family != AF_UNIX) {
    if (sockets) note_line(sockets, "connect");
    errno = ENETUNREACH;
    return -1;
  }
  return syscall(SYS_connect, fd, address, length);
}

static const char *command(const char *words, char *reply, size_t size) {
  int kinds = 0, code = 0;
  long at = 0, count = 0;
  if (sscanf(words, "fail/%d/%ld/%d/%ld", &kinds, &at, &code, &count) == 4) {
    fail_kinds = kinds, fail_at = at, fail_errno = code, fail_count = count, calls = 0, failed = 0, failed_syncs = 0;
  } else if (strcmp(words, "heal") == 0) fail_at = -1;
  snprintf(reply, size, "%ld %ld %ld", calls, failed, failed_syncs);
  return reply;
}
ssize_t readlink(const char *path, char *reply, size_t size) {
  if (strncmp(path, "/assay-fault/", 13) != 0) return syscall(SYS_readlink, path, reply, size);
  pthread_mutex_lock(&guard);
  command(path + 13, reply, size);
  pthread_mutex_unlock(&guard);
  return strlen(reply);
}
