#define _GNU_SOURCE
#include "CBrowserSpawn.h"

#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <pthread.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

/// What the child tells its parent, through the memory that vfork lets them share.
struct failure {
    volatile int stage;
    volatile int error;
};

static void give_up(struct failure *failure, int stage) {
    failure->error = errno;
    failure->stage = stage;
    _exit(127);
}

/// Handlers of the server must not run in the child; ignored signals would stay ignored across exec.
static void reset_signals(void) {
    struct sigaction action = {.sa_handler = SIG_DFL};
    for (int number = 1; number < NSIG; number++) sigaction(number, &action, 0);
}

/// Moves everything above 9 first, so that no move overwrites the source of a later one.
static int place_descriptors(const struct martlet_spawn *spawn) {
    int moved[5];
    for (int target = 0; target < 5; target++) {
        int source = spawn->descriptors[target];
        moved[target] = -1;
        if (source < 0 && target > 2) continue;
        if (source < 0) source = open("/dev/null", O_RDWR | O_CLOEXEC);
        if (source < 0) return -1;
        if ((moved[target] = fcntl(source, F_DUPFD_CLOEXEC, 10)) < 0) return -1;
    }
    for (int target = 0; target < 5; target++) {
        if (moved[target] < 0) close(target);
        else if (dup2(moved[target], target) < 0) return -1;
    }
    return 0;
}

static int announce(int descriptor) {
    char line[24];
    int end = sizeof line, rest = (int)getpid();
    line[--end] = '\n';
    do line[--end] = (char)('0' + rest % 10); while (rest /= 10);
    line[--end] = ' ';
    line[--end] = '+';
    return write(descriptor, line + end, sizeof line - end) < 0 ? -1 : 0;
}

/// Bare system calls: those of the C library would make every thread of the server follow.
static int change_user(uid_t user, gid_t group) {
    if (syscall(SYS_setgroups, 0, 0) < 0) return -1;
    if (syscall(SYS_setresgid, group, group, group) < 0) return -1;
    return syscall(SYS_setresuid, user, user, user) < 0 ? -1 : 0;
}

static void become(const struct martlet_spawn *spawn, struct failure *failure) {
    setsid();
    reset_signals();
    if (spawn->dies_with_thread) prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
    int announcement = spawn->announcement;
    if (announcement >= 0 && (announcement = fcntl(announcement, F_DUPFD_CLOEXEC, 20)) < 0)
        give_up(failure, MARTLET_SPAWN_DESCRIPTORS);
    if (place_descriptors(spawn) < 0) give_up(failure, MARTLET_SPAWN_DESCRIPTORS);
    if (announcement >= 0 && announce(announcement) < 0) give_up(failure, MARTLET_SPAWN_DESCRIPTORS);
    umask(077);
    if (spawn->changes_user && change_user(spawn->user, spawn->group) < 0) give_up(failure, MARTLET_SPAWN_USER);
    if (spawn->folder && chdir(spawn->folder) < 0) give_up(failure, MARTLET_SPAWN_FOLDER);
    // A kernel without it is no harm: the server's own descriptors are close-on-exec.
    syscall(SYS_close_range, 5U, ~0U, 4U /* CLOSE_RANGE_CLOEXEC */);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, 0);
    execve(spawn->executable, spawn->arguments, spawn->environment);
    give_up(failure, MARTLET_SPAWN_EXECUTE);
}

pid_t martlet_spawn(const struct martlet_spawn *spawn, int *stage) {
    struct failure failure = {0, 0};
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    pid_t process = vfork();
    if (process == 0) become(spawn, &failure);
    int fork_error = errno;
    pthread_sigmask(SIG_SETMASK, &before, 0);
    *stage = process < 0 ? MARTLET_SPAWN_FORK : failure.stage;
    if (process < 0) return -fork_error;
    if (!failure.stage) return process;
    while (waitpid(process, 0, 0) < 0 && errno == EINTR) {}
    return -failure.error;
}

int martlet_process_descriptor(pid_t process) {
    int descriptor = (int)syscall(SYS_pidfd_open, process, 0);
    return descriptor < 0 ? -errno : descriptor;
}

int martlet_end_process(int descriptor) { return syscall(SYS_pidfd_send_signal, descriptor, SIGKILL, NULL, 0) < 0 ? -errno : 0; }

int martlet_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC) < 0 ? -errno : 0; }

void martlet_widen_pipe(int descriptor, int bytes) { fcntl(descriptor, F_SETPIPE_SZ, bytes); }

int martlet_wait_unreaped(pid_t process) {
    siginfo_t information;
    while (waitid(P_PID, (id_t)process, &information, WEXITED | WNOWAIT) < 0)
        if (errno != EINTR) return -errno;
    return 0;
}

int martlet_adopt_orphans(void) { return prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) < 0 ? -errno : 0; }

void martlet_idle_thread(void) {
    // Linux keeps both for each thread by itself, and a child begins with those of the thread that made it.
    setpriority(PRIO_PROCESS, 0, 19);
    syscall(SYS_ioprio_set, 1 /* IOPRIO_WHO_PROCESS */, 0, 3 << 13 /* IOPRIO_CLASS_IDLE */);
}
