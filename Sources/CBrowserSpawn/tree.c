#define _GNU_SOURCE
#include "CBrowserSpawn.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/// Each level holds a descriptor and some stack; no browser nests its folders this deep.
enum { deepest = 500 };

/// What is done to each thing, children first. Returns 0 or minus errno.
struct visit {
    int (*act)(int folder, const char *name, int is_folder, const struct visit *visit);
    uid_t user;
    gid_t group;
};

static int walk(int folder, const char *name, int depth, const struct visit *visit);

static int walk_children(int opened, int depth, const struct visit *visit) {
    DIR *list = fdopendir(opened);
    if (!list) {
        int error = errno;
        close(opened);
        return -error;
    }
    int first = 0;
    for (struct dirent *entry; (entry = readdir(list));) {
        if (!strcmp(entry->d_name, ".") || !strcmp(entry->d_name, "..")) continue;
        int result = walk(dirfd(list), entry->d_name, depth + 1, visit);
        if (result && !first) first = result;
    }
    closedir(list);
    return first;
}

static int walk(int folder, const char *name, int depth, const struct visit *visit) {
    if (depth > deepest) return -ELOOP;
    int opened = openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (opened < 0 && errno == ENOENT) return 0;
    if (opened < 0 && errno != ENOTDIR && errno != ELOOP) return -errno;
    int is_folder = opened >= 0;
    int first = is_folder ? walk_children(opened, depth, visit) : 0;
    int result = visit->act(folder, name, is_folder, visit);
    return first ? first : result;
}

static int remove_one(int folder, const char *name, int is_folder, const struct visit *visit) {
    (void)visit;
    if (unlinkat(folder, name, is_folder ? AT_REMOVEDIR : 0) == 0 || errno == ENOENT) return 0;
    return -errno;
}

static int own_one(int folder, const char *name, int is_folder, const struct visit *visit) {
    (void)is_folder;
    if (fchownat(folder, name, visit->user, visit->group, AT_SYMLINK_NOFOLLOW) == 0 || errno == ENOENT) return 0;
    return -errno;
}

int martlet_remove_tree(const char *path) {
    struct visit visit = {.act = remove_one};
    return walk(AT_FDCWD, path, 0, &visit);
}

int martlet_own_tree(const char *path, uid_t user, gid_t group) {
    struct visit visit = {.act = own_one, .user = user, .group = group};
    return walk(AT_FDCWD, path, 0, &visit);
}
