/// What async generators do that takes several steps.
enum AsyncGenerators {
    /// `aclose()`: raises GeneratorExit where the generator is suspended, and waits for what it does then.
    static let written = WrittenModule(
        #"""
        async def close(generator):
            try:
                await generator.athrow(GeneratorExit)
            except (GeneratorExit, StopAsyncIteration):
                return
            raise RuntimeError('async generator ignored GeneratorExit')

        async def next_or(step, default):
            try:
                return await step
            except StopAsyncIteration:
                return default
        """#)
}
