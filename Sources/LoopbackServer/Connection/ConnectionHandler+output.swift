import NIOCore

extension ConnectionHandler {
    /// Sends what waits in `output` before the loop's next turn at the latest.
    func flushSoon() {
        guard !isInRead, !flushIsScheduled, let context else { return }
        flushIsScheduled = true
        context.eventLoop.assumeIsolated().execute {
            self.flushIsScheduled = false
            self.flush()
        }
    }

    /// Sends what waits in `output`, then closes if that was asked for.
    func flush() {
        guard let context, context.channel.isActive else { return }
        let hasOutput = output.readableBytes > 0
        if hasOutput {
            var written: EventLoopPromise<Void>?
            if isClosing {
                written = context.eventLoop.makePromise(of: Void.self)
                written?.futureResult.assumeIsolated().whenComplete { _ in self.closeTransport() }
            }
            context.writeAndFlush(wrapOutboundOut(output), promise: written)
            resetOutput(context)
        } else if isClosing {
            closeTransport()
        }
    }

    /// Empties `output`; its memory is used again unless it has grown large or the socket has not taken it yet.
    private func resetOutput(_ context: ChannelHandlerContext) {
        if output.capacity > ConnectionHandler.highWaterMark {
            output = context.channel.allocator.buffer(capacity: 1024)
        } else {
            output.clear()
        }
    }

    /// Closes the connection after what was sent so far; later output is dropped.
    func close() {
        guard !isClosing else { return }
        isClosing = true
        flushSoon()
    }

    /// Closes the connection without sending what waits.
    func closeNow() {
        isClosing = true
        context?.close(promise: nil)
    }

    /// Ends an idle connection, or lets the running response be the last one.
    func shutDown() {
        guard let latest, !latest.isComplete else { return closeNow() }
        for cycle in [active, latest].compactMap(\.self) + queue { cycle.endConnectionAfterwards() }
    }

    /// Closes; after a refused request only the sending side at first, so that unread input does not destroy the answer.
    private func closeTransport() {
        guard let context, context.channel.isActive, !closeHasBegun else { return }
        closeHasBegun = true
        guard lingers else { return context.close(promise: nil) }
        context.close(mode: .output, promise: nil)
        idleTimer?.cancel()
        idleTimer = context.eventLoop.assumeIsolated().scheduleTask(in: .seconds(1)) { self.closeNow() }
        resumeReading()
    }

    /// Closes the connection unless a request comes in time.
    ///
    /// One timer serves many requests: when it fires early for the latest deadline it is set again.
    func armIdleTimer() {
        guard let context else { return }
        let deadline = NIODeadline.now() + TimeAmount(server.configuration.keepAliveTimeout)
        idleDeadline = deadline
        if idleTimer == nil { scheduleIdleTimer(at: deadline, context) }
    }

    private func scheduleIdleTimer(at deadline: NIODeadline, _ context: ChannelHandlerContext) {
        idleTimer = context.eventLoop.assumeIsolated().scheduleTask(deadline: deadline) { self.idleTimerFired() }
    }

    private func idleTimerFired() {
        idleTimer = nil
        guard let context, let deadline = idleDeadline, !isClosing else { return }
        if deadline <= .now() { close() } else { scheduleIdleTimer(at: deadline, context) }
    }
}
