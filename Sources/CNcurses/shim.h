#ifndef HEADROOM_CNCURSES_SHIM_H
#define HEADROOM_CNCURSES_SHIM_H

/* What Swift cannot import of wide ncurses and of Linux: macros, variadic functions, and mutable globals. */

#ifndef NCURSES_WIDECHAR
#define NCURSES_WIDECHAR 1
#endif
#define NCURSES_NOMACROS 1
#include <ncursesw/curses.h>
#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <sys/signalfd.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

/* Globals are imported as unsafe mutable variables, which Swift 6 refuses. */
static inline WINDOW *headroom_stdscr(void) { return stdscr; }
static inline WINDOW *headroom_curscr(void) { return curscr; }
static inline int headroom_lines(void) { return LINES; }
static inline int headroom_columns(void) { return COLS; }
static inline int headroom_colors(void) { return COLORS; }
static inline int headroom_color_pairs(void) { return COLOR_PAIRS; }

/* The screen writes through streams of its own, so that closing it leaves the descriptors open. */
static inline SCREEN *headroom_newterm(const char *type, int input, int output) {
    int in = dup(input), out = dup(output);
    FILE *from = in < 0 ? NULL : fdopen(in, "r"), *to = out < 0 ? NULL : fdopen(out, "w");
    SCREEN *screen = from && to ? newterm((char *)type, to, from) : NULL;
    if (screen == NULL) {
        if (from) fclose(from);
        if (to) fclose(to);
    }
    return screen;
}

/* Attributes are macros with shifts and casts. */
static inline attr_t headroom_bold(void) { return A_BOLD; }
static inline attr_t headroom_dim(void) { return A_DIM; }
static inline attr_t headroom_italic(void) { return A_ITALIC; }
static inline attr_t headroom_underline(void) { return A_UNDERLINE; }
static inline attr_t headroom_reverse(void) { return A_REVERSE; }
static inline attr_t headroom_protect(void) { return A_PROTECT; }

/* Fills a cell from a base and its marks; pairs beyond 32767 go through the options argument. */
static inline void headroom_set_cell(cchar_t *cell, const wchar_t *text, attr_t attributes, int pair) {
    memset(cell, 0, sizeof *cell);
    setcchar(cell, text, attributes, (short)(pair > 32767 ? 32767 : pair), &pair);
}
static inline int headroom_put_cells(int y, int x, const cchar_t *cells, int count) {
    return mvwadd_wchnstr(stdscr, y, x, cells, count);
}
static inline int headroom_width(wchar_t character) { return wcwidth(character); }

/* term.h defines macros such as `lines`, so that only what is needed of it is declared. */
extern int tigetflag(const char *);
extern int tigetnum(const char *);
extern char *tigetstr(const char *);
#undef boolnames
#undef numnames
#undef strnames
extern const char *const boolnames[];
extern const char *const numnames[];
extern const char *const strnames[];
extern int setupterm(const char *, int, int *);
static inline const char *headroom_bool_name(int i) { return boolnames[i]; }
static inline const char *headroom_num_name(int i) { return numnames[i]; }
static inline const char *headroom_str_name(int i) { return strnames[i]; }
static inline int headroom_flag(const char *name) { return tigetflag((char *)name); }
static inline int headroom_number(const char *name) { return tigetnum((char *)name); }
static inline const char *headroom_string(const char *name) {
    char *text = tigetstr((char *)name);
    return text == (char *)-1 ? (const char *)0 : text;
}
/* 1 where the terminal's description was found. */
static inline int headroom_setupterm(const char *type, int descriptor) {
    int status = 0;
    return setupterm(type, descriptor, &status) == OK ? 1 : status;
}

static inline int headroom_eventfd(void) { return eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC); }
static inline int headroom_signalfd(const sigset_t *set) { return signalfd(-1, set, SFD_NONBLOCK | SFD_CLOEXEC); }
/* The next pending signal's number, 0 where there is none. */
static inline int headroom_next_signal(int descriptor) {
    struct signalfd_siginfo info;
    return read(descriptor, &info, sizeof info) == (ssize_t)sizeof info ? (int)info.ssi_signo : 0;
}

static inline const char *headroom_set_locale(int category, const char *name) { return setlocale(category, name); }
static inline const char *headroom_codeset(void) { return nl_langinfo(CODESET); }
static inline int headroom_window_size(int descriptor, int *rows, int *columns) {
    struct winsize size;
    if (ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0) return 0;
    *rows = size.ws_row;
    *columns = size.ws_col;
    return 1;
}

/* On a crash, and on exit, the terminal is given back by calls that are safe in a signal handler.
   The state lies in a function, since Swift emits no variables of a header; each object file would have one of its own,
   so that only Terminal.swift may call these. */
struct headroom_guard {
    volatile sig_atomic_t is_armed;
    int input, output;
    struct termios modes;
    size_t length;
    char reset[512];
    struct sigaction previous[64];
    int is_installed;
};
static inline struct headroom_guard *headroom_guard_state(void) {
    static struct headroom_guard state;
    return &state;
}
static inline void headroom_give_back(void) {
    struct headroom_guard *guard = headroom_guard_state();
    if (!guard->is_armed) return;
    guard->is_armed = 0;
    const char *rest = guard->reset;
    size_t length = guard->length;
    while (length > 0) {
        ssize_t count = write(guard->output, rest, length);
        if (count <= 0) break;
        rest += count;
        length -= (size_t)count;
    }
    tcsetattr(guard->input, TCSANOW, &guard->modes);
}
static inline void headroom_crash_handler(int number) {
    int saved = errno;
    headroom_give_back();
    sigaction(number, &headroom_guard_state()->previous[number], NULL);
    errno = saved;
    /* Blocked until this handler returns, then delivered to whatever handled it before. */
    raise(number);
}
static inline void headroom_install_handlers(void) {
    static const int numbers[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTRAP};
    size_t size = 64 * 1024;
    stack_t stack = {.ss_sp = malloc(size), .ss_size = size};
    if (stack.ss_sp) sigaltstack(&stack, NULL);
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        struct sigaction action = {.sa_handler = headroom_crash_handler, .sa_flags = SA_ONSTACK};
        sigemptyset(&action.sa_mask);
        sigaction(numbers[i], &action, &headroom_guard_state()->previous[numbers[i]]);
    }
    atexit(headroom_give_back);
}
/* Remembers how the terminal is now; must come before anything changes it. 1 where the modes could be read. */
static inline int headroom_guard_begin(int input, int output, const char *reset) {
    struct headroom_guard *guard = headroom_guard_state();
    if (tcgetattr(input, &guard->modes) != 0) return 0;
    guard->input = input;
    guard->output = output;
    guard->length = strlen(reset) < sizeof guard->reset ? strlen(reset) : 0;
    memcpy(guard->reset, reset, guard->length);
    if (!guard->is_installed) {
        guard->is_installed = 1;
        headroom_install_handlers();
    }
    guard->is_armed = 1;
    return 1;
}
static inline void headroom_guard_end(void) { headroom_guard_state()->is_armed = 0; }

#endif
