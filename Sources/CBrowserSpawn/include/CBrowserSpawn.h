#ifndef MARTLET_BROWSER_SPAWN_H
#define MARTLET_BROWSER_SPAWN_H

#include <sys/types.h>

/// How a process is started. Strings and arrays are read only until `martlet_spawn` returns.
struct martlet_spawn {
    const char *executable;
    /// Both end with a null pointer.
    char *const *arguments;
    char *const *environment;
    /// The working folder, entered as the new user; null keeps ours.
    const char *folder;
    /// Our descriptors that become the child's 0 to 4. Below zero: /dev/null for 0 to 2, closed for 3 and 4.
    int descriptors[5];
    /// The line "+ PID" is written here by the child before it becomes the executable; below zero: nowhere.
    int announcement;
    int changes_user;
    uid_t user;
    gid_t group;
    /// Whether the child is killed when the thread that starts it ends (prctl(2), PR_SET_PDEATHSIG).
    int dies_with_thread;
};

/// Where a start failed.
enum martlet_spawn_stage {
    MARTLET_SPAWN_FORK = 1,
    MARTLET_SPAWN_DESCRIPTORS,
    MARTLET_SPAWN_USER,
    MARTLET_SPAWN_FOLDER,
    MARTLET_SPAWN_EXECUTE,
};

/// Starts a process in a session and process group of its own, with default signals and no other descriptor than 0 to 4.
///
/// Uses vfork, so that the cost does not grow with the size of the caller. Returns the process id,
/// or minus errno with `stage` set.
pid_t martlet_spawn(const struct martlet_spawn *spawn, int *stage);

/// A descriptor that turns readable when the process ends (pidfd_open(2)), or minus errno.
int martlet_process_descriptor(pid_t process);

/// Kills the process that the descriptor names, and no other that has its number by now. Zero, or minus errno.
int martlet_end_process(int descriptor);

/// A pipe, both ends close-on-exec. Zero, or minus errno.
int martlet_pipe(int ends[2]);

/// Asks for a larger buffer of a pipe; a refusal does no harm.
void martlet_widen_pipe(int descriptor, int bytes);

/// Waits until the process has ended, without reaping it, so that its id stays reserved. Zero, or minus errno.
int martlet_wait_unreaped(pid_t process);

/// Makes orphans below this process its children, so that it can wait for them. Zero, or minus errno.
int martlet_adopt_orphans(void);

/// Lets the calling thread, and the processes that it starts, have the processor (nice 19) and the disk (I/O class idle, ioprio_set(2))
/// only when nobody else wants them. For good.
void martlet_idle_thread(void);

/// Removes a folder or file and all below it; symbolic links are removed, never followed, also when somebody swaps
/// names meanwhile. What is already gone is no error. Zero, or minus errno of the first thing that could not be removed.
int martlet_remove_tree(const char *path);

/// Gives a folder or file and all below it to a user; symbolic links are not followed. Zero, or minus errno.
int martlet_own_tree(const char *path, uid_t user, gid_t group);

#endif
