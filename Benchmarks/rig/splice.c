// The least that a proxy can do: joins one TCP connection with another, one thread, one copy each way.
// Usage: splice TARGET_PORT. Prints the port that it listens on, serves one client after another, and ends with its standard input.
#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

static char buffer[1 << 18];

static int move(int from, int to) {
    ssize_t size = read(from, buffer, sizeof buffer);
    for (ssize_t done = 0; done < size;) {
        ssize_t part = write(to, buffer + done, size - done);
        if (part <= 0) return 0;
        done += part;
    }
    return size > 0;
}

static void join(int client, int target) {
    int on = 1;
    setsockopt(client, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    setsockopt(target, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    struct pollfd both[2] = {{client, POLLIN, 0}, {target, POLLIN, 0}};
    while (poll(both, 2, -1) > 0) {
        if (both[0].revents && !move(client, target)) return;
        if (both[1].revents && !move(target, client)) return;
    }
}

int main(int count, char **arguments) {
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    struct sockaddr_in target = address;
    socklen_t size = sizeof address;
    int listener = socket(AF_INET, SOCK_STREAM, 0);
    if (count != 2 || bind(listener, (struct sockaddr *)&address, size) || listen(listener, 8)) return 1;
    target.sin_port = htons((uint16_t)atoi(arguments[1]));
    getsockname(listener, (struct sockaddr *)&address, &size);
    printf("%d\n", ntohs(address.sin_port));
    fflush(stdout);
    struct pollfd waits[2] = {{listener, POLLIN, 0}, {0, POLLIN, 0}};
    while (poll(waits, 2, -1) > 0 && !waits[1].revents) {
        int client = accept(listener, NULL, NULL), other = socket(AF_INET, SOCK_STREAM, 0);
        if (connect(other, (struct sockaddr *)&target, sizeof target) == 0) join(client, other);
        close(client);
        close(other);
    }
    return 0;
}
