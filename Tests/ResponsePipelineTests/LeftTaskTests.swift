import FoundationEssentials
import HTTPMessages
import Python
import ResponsePipeline
import Synchronization
import Testing

/// Tasks that a path operation leaves behind go on between requests, by the time that passed.
@Suite struct LeftTaskTests {
    /// A clock that a test moves on.
    private final class Clock: Sendable {
        private let nanoseconds = Mutex(0)

        func pass(_ seconds: Double) { nanoseconds.withLock { $0 += Int(seconds * 1e9) } }

        var world: World {
            World(
                now: { 1_700_000_000_000_000_000 }, monotonic: { self.nanoseconds.withLock { $0 } }, random: { 4 },
                sleep: { self.pass($0) })
        }
    }

    private static let program = """
        import asyncio
        from fastapi import FastAPI
        app = FastAPI()
        log = []
        async def tick(name, pause):
            for number in range(1000):
                await asyncio.sleep(pause)
                log.append(f"{name}{number}")
                print(name, number)
        @app.get("/start/{name}/{pause}")
        async def start(name: str, pause: float):
            asyncio.create_task(tick(name, pause))
        async def spin():
            while True:
                await asyncio.sleep(1e-6)
        @app.get("/spin")
        async def spinning():
            asyncio.create_task(spin())
        @app.get("/log")
        def read():
            try:
                return log[:]
            finally:
                log.clear()
        """

    private static func body(_ application: Application, _ target: String) async -> String {
        let answer = await application.respond(
            to: HTTPRequest(target: target, headers: ["host": "h"]), client: ("127.0.0.1", 5), isRecording: true)
        var bytes: [UInt8] = []
        for case .body(let piece, _) in answer.events { bytes += piece }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func load(_ clock: Clock) async throws -> Application {
        let loaded = await Application.load(SourceText(program), name: "main.py", world: clock.world)
        return try #require(loaded.application)
    }

    @Test func theyHaveDoneWhatTheTimeAllowedWhenTheNextRequestComes() async throws {
        let clock = Clock()
        let application = try await Self.load(clock)
        _ = await Self.body(application, "/start/a/1")
        #expect(await Self.body(application, "/log") == "[]")
        clock.pass(2.5)
        #expect(await Self.body(application, "/log") == #"["a0","a1"]"#)
        clock.pass(0.5)
        #expect(await Self.body(application, "/log") == #"["a2"]"#)
    }

    @Test func whatIsDueFirstHappensFirst() async throws {
        let clock = Clock()
        let application = try await Self.load(clock)
        _ = await Self.body(application, "/start/a/1")
        clock.pass(0.25)
        _ = await Self.body(application, "/start/b/0.5")
        clock.pass(1.8)
        #expect(await Self.body(application, "/log") == #"["b0","a0","b1","b2","a1"]"#)
    }

    @Test func whatTheyPrintIsInTheLogOfTheRequestThatComesThen() async throws {
        let clock = Clock()
        let application = try await Self.load(clock)
        _ = await Self.body(application, "/start/a/1")
        clock.pass(2)
        let answer = await application.respond(
            to: HTTPRequest(target: "/log", headers: ["host": "h"]), client: ("127.0.0.1", 5), isRecording: true)
        #expect(answer.trace.log == ["a 0", "a 1"])
    }

    @Test func oneThatNeverRestsTakesNothingFromTheRequestThatComesThen() async throws {
        let clock = Clock()
        let application = try await Self.load(clock)
        _ = await Self.body(application, "/spin")
        clock.pass(3600)
        let answer = await application.respond(
            to: HTTPRequest(target: "/log", headers: ["host": "h"]), client: ("127.0.0.1", 5), isRecording: true)
        #expect(answer.trace.failure == nil)
        #expect(await Self.body(application, "/log") == "[]")
    }
}
