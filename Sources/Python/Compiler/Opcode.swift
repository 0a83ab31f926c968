/// What an instruction does.
///
/// In the comments the stack grows to the right; `n` is the argument.
enum Opcode: UInt8 {
    // Stack
    case pop
    /// a → a a.
    case duplicate
    /// a b → a b a b.
    case duplicateTwo
    /// The operand n below the top is copied to the top; n = 1 is the top itself.
    case copy
    /// The top changes places with the operand n below; n = 2 is the next one.
    case swap
    /// a b c → c a b.
    case rotateThree

    // Variables
    case loadConstant
    case loadLocal
    case storeLocal
    case deleteLocal
    case loadCell
    case storeCell
    case deleteCell
    /// In a class body: the name there, else the captured variable.
    case loadClassCell
    /// Pushes the cell itself, for a closure.
    case loadClosure
    case loadGlobal
    case storeGlobal
    case deleteGlobal
    case loadName
    case storeName
    case deleteName

    // Operators
    case add
    case subtract
    case multiply
    /// Any other binary operator; the flag is its number.
    case binary
    /// An operator with assignment; the flag is its number.
    case inPlace
    case negate
    case positive
    case invert
    case not
    /// `== != < <= > >=`; the flag is its number.
    case compare
    case isIdentical
    case isNotIdentical
    case contains
    case doesNotContain

    // Jumps
    case jump
    /// Goes back in a loop; here the budget is charged.
    case jumpBack
    case jumpIfFalse
    case jumpIfTrue
    case jumpIfFalseOrPop
    case jumpIfTrueOrPop
    case jumpIfNone
    /// Compares and jumps if that is false; the flag is the operator.
    case compareJumpIfFalse
    /// A local variable (`small`) and a constant (n) are pushed for the `compareJumpIfFalse` behind, or compared in its place.
    case loadCompared

    // Attributes and items
    case loadAttribute
    /// Calls the top without arguments, which mostly is `super`, and loads a method of the result as `loadMethod` does.
    case loadSuperMethod
    /// Loads the attribute of the local variable in the slot `flag`.
    case loadLocalAttribute
    case storeAttribute
    case deleteAttribute
    /// object → bound nil, or function object, where the function may be the number of a method with direct cases.
    case loadMethod
    case item
    case storeItem
    /// Raises where the local variable in slot n is unbound; the instruction that uses it comes behind the key.
    case checkLocal
    /// key → item of the local variable in slot n.
    case itemOfLocal
    /// value, key → nothing; stores in the local variable in slot n.
    case storeItemOfLocal
    case deleteItem
    case buildSlice

    // Displays
    case buildTuple
    case buildList
    case buildSet
    case buildDict
    /// Makes a dict with the keys of the constant, of which there are `small`, and the values on the stack.
    case buildRecord
    /// Joins n strings, or integers that `formatValue` left.
    case buildString
    case listAppend
    case setAdd
    case dictAdd
    case listExtend
    case setUpdate
    case dictUpdate
    /// As `dictUpdate` for the keywords of a call: a repeated key is an error; flag 1 where the top is all of them.
    case dictMerge
    /// Flag 1 for any iterable, which is all of the positional arguments of a call.
    case listToTuple
    /// The flag is conversion * 2 + 1 if a specification is on top, + 8 if `buildString` joins the result, which then may stay an integer.
    case formatValue
    case unpack
    /// n values before and `small` behind a starred target.
    case unpackStarred

    // Calls
    case call
    /// n positional arguments of a function and receiver as `loadMethod` left them.
    case callMethod
    /// `small` arguments, the last of them keywords whose names are the constant n.
    case callKeywords
    /// The same for a function and receiver as `loadMethod` left them.
    case callMethodKeywords
    /// function tuple [dict] → result; the flag says whether there is a dict.
    case callUnpacked
    case returnValue
    /// [defaults] [keyword defaults] [annotations] [closure] code → function; the flag says which are there.
    case makeFunction
    /// function name bases keywords → class.
    case buildClass

    // Iteration
    case getIterator
    /// iterator → iterator value, or pops the iterator and jumps.
    case forIterator
    case getAsyncIterator
    case getAsyncNext
    /// In the handler of an `async for`: ends the loop on StopAsyncIteration.
    case endAsyncFor

    // Suspension
    case yieldValue
    /// Yields what the awaited or delegated-to object yielded.
    case yieldDelegated
    case getYieldFromIterator
    case getAwaitable
    /// receiver value → receiver yielded, or result with a jump.
    case send

    // Exceptions
    /// exception → previous exception; the exception is now the handled one.
    case pushHandled
    /// previous → ; the previous exception is the handled one again.
    case popHandled
    /// exception type → exception matches.
    case matchException
    /// exception type → rest-or-None matched-or-None, for `except*`.
    case matchExceptionGroup
    /// original raised rest → exception-or-None, behind the clauses of `except*`.
    case mergeExceptionGroup
    /// n = 0 raises again, 1 raises the top, 2 raises with a cause.
    case raise
    /// previous exception → ; raises the exception again with the previous one as the handled one.
    case reraise
    case assertionError

    // with
    /// manager → exit enter, its bound methods.
    case beforeWith
    case beforeAsyncWith
    /// exit previous exception → exit previous exception result.
    case exitWithException

    // Modules and annotations
    case importName
    case importFrom
    case importStar
    case setUpAnnotations

    // match
    case matchSequence
    case matchMapping
    /// subject keys → values-or-None.
    case matchKeys
    /// subject type names → attributes-or-None; n positional patterns.
    case matchClass
    case getLength
    /// subject keys → dict of the rest.
    case restOfMapping
}
