import Glibc

/// The browser of the person's desktop.
enum DesktopBrowser {
    /// Opens an address there; does nothing where the process has no screen to open it on, as over ssh.
    static func open(_ address: String) {
        guard getenv("DISPLAY") != nil || getenv("WAYLAND_DISPLAY") != nil else { return }
        // The shell ends at once and leaves the opener to the system, so that nobody has to wait for it.
        let words = ["sh", "-c", "xdg-open \"$0\" </dev/null >/dev/null 2>&1 &", address]
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
        var process: pid_t = 0
        guard posix_spawn(&process, "/bin/sh", nil, &attributes, &arguments, environ) == 0 else { return }
        waitpid(process, nil, 0)
    }
}
