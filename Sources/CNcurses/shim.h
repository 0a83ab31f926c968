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

/* Globals are imported as unsafe mutable variables, which Swift 6 refuses. */
static inline WINDOW *headroom_stdscr(void) { return stdscr; }
static inline WINDOW *headroom_curscr(void) { return curscr; }
static inline int headroom_lines(void) { return LINES; }
static inline int headroom_columns(void) { return COLS; }
static inline int headroom_colors(void) { return COLORS; }
static inline int headroom_color_pairs(void) { return COLOR_PAIRS; }
static inline SCREEN *headroom_newterm(const char *type) { return newterm((char *)type, stdout, stdin); }
static inline void headroom_flush(void) { fflush(stdout); }

/* Attributes are macros with shifts and casts. */
static inline attr_t headroom_bold(void) { return A_BOLD; }
static inline attr_t headroom_dim(void) { return A_DIM; }
static inline attr_t headroom_italic(void) { return A_ITALIC; }
static inline attr_t headroom_underline(void) { return A_UNDERLINE; }
static inline attr_t headroom_reverse(void) { return A_REVERSE; }

/* Pairs beyond 32767 go through the options argument. */
static inline int headroom_setcchar(cchar_t *cell, const wchar_t *text, attr_t attributes, int pair) {
    return setcchar(cell, text, attributes, (short)(pair > 32767 ? 32767 : pair), &pair);
}
static inline int headroom_put_cells(int y, int x, const cchar_t *cells, int count) {
    return mvwadd_wchnstr(stdscr, y, x, cells, count);
}

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
static inline int headroom_setupterm(int descriptor) {
    int status = 0;
    return setupterm((char *)0, descriptor, &status) == OK ? 1 : status;
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
static inline int headroom_window_size(int *rows, int *columns) {
    struct winsize size;
    if (ioctl(1, TIOCGWINSZ, &size) != 0 || size.ws_row == 0) return 0;
    *rows = size.ws_row;
    *columns = size.ws_col;
    return 1;
}

/* On a crash the terminal is given back by calls that are safe in a signal handler. */
struct headroom_terminal_state {
    struct termios attributes;
    volatile sig_atomic_t is_taken;
};
static inline struct headroom_terminal_state *headroom_terminal(void) {
    static struct headroom_terminal_state state;
    return &state;
}
static inline void headroom_crash_handler(int number) {
    static const char reset[] = "\033[>4;0m\033[?2004l\033[?1004l\033[?1006l\033[?1002l\033[?1000l\033[?1049l\033[?25h\033[0m\r\n"
                                "headroom: the program failed; unsaved work is in the recovery file beside the program\r\n";
    if (headroom_terminal()->is_taken) {
        ssize_t ignored = write(1, reset, sizeof reset - 1);
        (void)ignored;
        tcsetattr(0, TCSANOW, &headroom_terminal()->attributes);
    }
    signal(number, SIG_DFL);
    raise(number);
}
static inline void headroom_guard_crashes(void) {
    headroom_terminal()->is_taken = tcgetattr(0, &headroom_terminal()->attributes) == 0;
    int numbers[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTRAP};
    for (unsigned i = 0; i < sizeof numbers / sizeof *numbers; i++) signal(numbers[i], headroom_crash_handler);
}
static inline void headroom_release_crashes(void) { headroom_terminal()->is_taken = 0; }

#endif
