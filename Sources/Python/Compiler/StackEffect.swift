/// How many operands instructions add to the stack or take off it.
enum StackEffect {
    /// The effect of an instruction that is no jump.
    static func of(_ opcode: Opcode, _ argument: Int, flag: Int, small: Int) -> Int {
        switch opcode {
        case .duplicate, .copy, .loadConstant, .loadLocal, .loadLocalAttribute, .loadCell, .loadClassCell, .loadClosure, .loadGlobal,
            .loadName, .loadMethod, .loadSuperMethod,
            .getAsyncNext, .pushHandled, .assertionError, .beforeWith, .beforeAsyncWith, .exitWithException, .importName, .importFrom:
            1
        case .duplicateTwo, .loadCompared: 2
        case .swap, .rotateThree, .deleteLocal, .deleteCell, .deleteGlobal, .deleteName, .negate, .positive, .invert, .not, .loadAttribute,
            .listToTuple, .getIterator, .getAsyncIterator, .yieldValue, .yieldDelegated, .getYieldFromIterator, .getAwaitable,
            .matchException, .matchExceptionGroup, .setUpAnnotations, .checkLocal, .itemOfLocal, .matchSequence, .matchMapping, .getLength:
            0
        case .pop, .storeLocal, .storeCell, .storeGlobal, .storeName, .add, .subtract, .multiply, .binary, .inPlace, .compare,
            .isIdentical, .isNotIdentical, .contains, .doesNotContain, .deleteAttribute, .item, .listAppend, .setAdd, .listExtend,
            .setUpdate, .dictUpdate, .returnValue, .popHandled, .importStar, .matchKeys, .restOfMapping:
            -1
        case .storeAttribute, .storeItemOfLocal, .deleteItem, .dictAdd, .endAsyncFor, .reraise, .matchClass, .mergeExceptionGroup: -2
        case .storeItem, .buildClass: -3
        case .buildTuple, .buildList, .buildSet, .buildString, .buildSlice: 1 - argument
        case .buildDict: 1 - 2 * argument
        case .buildRecord: 1 - small
        case .formatValue: -(flag & 1)
        case .dictMerge: flag == 1 ? 0 : -1
        case .unpack: argument - 1
        case .unpackStarred: argument + small
        case .call: -argument
        case .callKeywords: -small
        case .callMethodKeywords: -small - 1
        case .callMethod: -argument - 1
        case .callUnpacked: -1 - flag
        case .makeFunction: -flag.nonzeroBitCount
        case .raise: -argument
        case .jump, .jumpBack, .jumpIfFalse, .jumpIfTrue, .jumpIfFalseOrPop, .jumpIfTrueOrPop, .jumpIfNone, .compareJumpIfFalse,
            .forIterator, .send:
            0
        }
    }

    /// The effects of a jump where it is taken and where it is not.
    static func ofJump(_ opcode: Opcode) -> (taken: Int, fallen: Int) {
        switch opcode {
        case .jumpIfFalse, .jumpIfTrue, .jumpIfNone: (-1, -1)
        case .jumpIfFalseOrPop, .jumpIfTrueOrPop: (0, -1)
        case .compareJumpIfFalse: (-2, -2)
        case .forIterator: (-1, 1)
        case .send: (-1, 0)
        default: (0, 0)
        }
    }

    /// Whether control never goes on behind an instruction that is no jump.
    static func endsControl(_ opcode: Opcode) -> Bool {
        opcode == .returnValue || opcode == .raise || opcode == .reraise
    }
}
