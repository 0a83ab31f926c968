import DataModels
import Glibc
import Python

/// Runs plain Python programs, Pydantic's modules among what they import, on our machine, for the fuzzer beside it: `python-runner [--instructions N] [--bytes N]`.
///
/// Standard input holds programs, each behind a line with its length in bytes. Standard output gets, for each, a line
/// `LENGTH INSTRUCTIONS BYTES` (what it printed, what it used) and then what it printed. An exception that ends a program prints as
/// `! Type: message` and one line `@ function:line` for each place of its traceback, outermost first.
@main
struct ProgramRunner {
    /// A world whose clock stands at 2023-11-14 22:13:20.123456789 UTC and whose sleeps take no time.
    private static let world = World(
        now: { 1_700_000_000_123_456_789 }, monotonic: { 5_000_000_000 }, random: { 4 }, sleep: { _ in })

    static func main() async {
        let budget = budget(CommandLine.arguments)
        while let length = readLength(), let bytes = readBytes(length) {
            let context = ExecutionContext(budget: budget)
            await run(String(decoding: bytes, as: UTF8.self), context)
            let text = context.log.map { $0 + "\n" }.joined()
            write("\(text.utf8.count) \(context.usedInstructions) \(context.usedBytes)\n" + text)
        }
    }

    /// The number on the next line of standard input; nil at its end.
    private static func readLength() -> Int? {
        var digits = ""
        while let byte = readBytes(1)?.first {
            if byte == UInt8(ascii: "\n") { return Int(digits) }
            digits.unicodeScalars.append(Unicode.Scalar(byte))
        }
        return nil
    }

    private static func readBytes(_ count: Int) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: count)
        var filled = 0
        while filled < count {
            let got = bytes.withUnsafeMutableBytes { read(0, $0.baseAddress.map { $0 + filled }, count - filled) }
            if got <= 0 { return nil }
            filled += got
        }
        return bytes
    }

    private static func write(_ text: String) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Glibc.write(1, $0.baseAddress, $0.count) }
            if written <= 0 { return }
            rest = rest.dropFirst(written)
        }
    }

    private static func budget(_ arguments: [String]) -> Budget {
        func number(_ name: String) -> Int? {
            arguments.firstIndex(of: name).flatMap { $0 + 1 < arguments.count ? Int(arguments[$0 + 1]) : nil }
        }
        return Budget(instructions: number("--instructions") ?? 50_000_000, bytes: number("--bytes") ?? 192 << 20)
    }

    private static func run(_ source: String, _ context: ExecutionContext) async {
        let machine = Machine(world: world, context: context)
        DataModels.register(in: machine)
        let text = SourceText(source)
        do {
            _ = try machine.execute(try machine.load(text, named: "__main__"))
        } catch let raised as PyError {
            // The limit of the run may be used up; what is left of the work is to print the exception.
            machine.context = ExecutionContext()
            let message = (try? machine.str(.object(raised.exception))) ?? "<exception str() failed>"
            context.write("\n! \(raised.type.name): \(message)\n")
            for site in raised.traceback.reversed() { context.write("@ \(site.function):\(site.line)\n") }
        } catch let error as SyntaxError {
            context.write("\n! \(error.kind.rawValue): \(error.message)\n@ \(text.line(at: error.range.start))\n")
        } catch {
            context.write("\n! \(error)\n")
        }
        context.flush()
    }
}
