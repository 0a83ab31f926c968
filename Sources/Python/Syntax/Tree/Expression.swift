/// One expression of the syntax tree, named after the nodes of CPython 3.11's `ast`.
///
/// The range is the one of `ast`: enclosing parentheses belong to it only for tuples and generator expressions. Load, store
/// and delete contexts are not kept, the place of the expression tells them.
public struct Expression: Sendable {
    /// Where the expression is in the source.
    public let range: SourceRange
    /// Which expression it is.
    public let kind: Kind
    /// How many levels of expressions the tree has from here, 1 for a name; the parser keeps it below `Parser.maximumDepth`.
    let depth: Int32

    /// The kinds of expressions.
    public indirect enum Kind: Sendable {
        /// A literal: `1`, `"text"`, `None`, `...` (implicitly joined strings are one literal).
        case constant(Constant)
        /// An f-string, with the plain strings that are joined to it.
        case joinedString(JoinedString)
        /// A name.
        case name(String)
        /// `value.name`.
        case attribute(Attribute)
        /// `value[index]`; several indices are one tuple.
        case `subscript`(Subscript)
        /// `lower:upper:step`, only inside a subscript.
        case slice(Slice)
        /// `*value`, only where unpacking is allowed.
        case starred(Expression)
        /// `function(arguments)`.
        case call(Call)
        /// `lambda parameters: body`.
        case lambda(Lambda)
        /// `body if test else orelse`.
        case conditional(Conditional)
        /// A list, set, dict or generator comprehension.
        case comprehension(Comprehension)
        /// `target := value`; the target is a name.
        case namedExpression(NamedExpression)
        /// `await value`.
        case await(Expression)
        /// `yield` or `yield value`.
        case yield(Expression?)
        /// `yield from value`.
        case yieldFrom(Expression)
        /// `left < middle <= right`.
        case compare(Compare)
        /// `a and b and c`: at least two values.
        case booleanOperation(BooleanOperation)
        /// `-operand`, `not operand`.
        case unaryOperation(UnaryOperation)
        /// `left + right`.
        case binaryOperation(BinaryOperation)
        /// A tuple, with or without parentheses.
        case tuple([Expression])
        /// `[a, *b]`.
        case list([Expression])
        /// `{a, *b}`: at least one element.
        case set([Expression])
        /// `{key: value, **mapping}`.
        case dict([DictItem])
    }
}

extension Expression {
    /// Whether evaluating this surely leaves the variables of its function as they are, and stays in its frame.
    var bindsNoName: Bool {
        switch kind {
        case .constant, .name: true
        case .attribute(let attribute): attribute.value.bindsNoName
        case .subscript(let item): item.value.bindsNoName && item.index.bindsNoName
        case .unaryOperation(let operation): operation.operand.bindsNoName
        case .binaryOperation(let operation): operation.left.bindsNoName && operation.right.bindsNoName
        default: false
        }
    }
}

extension Expression {
    /// `value.name`.
    public struct Attribute: Sendable {
        /// What the attribute is taken of.
        public let value: Expression
        /// The attribute's name.
        public let name: Identifier
    }

    /// `value[index]`.
    public struct Subscript: Sendable {
        /// What is indexed.
        public let value: Expression
        /// The index, a slice, or a tuple of both.
        public let index: Expression
        /// The range from `[` through `]`.
        public let brackets: SourceRange
    }

    /// `lower:upper:step`.
    public struct Slice: Sendable {
        /// The expression before the first colon.
        public let lower: Expression?
        /// The expression behind the first colon.
        public let upper: Expression?
        /// The expression behind the second colon.
        public let step: Expression?
    }

    /// A call with its arguments.
    public struct Call: Sendable {
        /// What is called.
        public let function: Expression
        /// The positional arguments in source order; `*values` is a `starred` expression.
        public let arguments: [Expression]
        /// The keyword arguments in source order; `**values` has no name.
        public let keywords: [Keyword]
        /// The range from `(` through `)`; for a lone generator expression it is that expression's own range.
        public let parentheses: SourceRange
    }

    /// One `name=value` or `**value` of a call or a class statement.
    public struct Keyword: Sendable {
        /// The name, or nil for `**value`.
        public let name: Identifier?
        /// The value.
        public let value: Expression
        /// The range from the name or `**` through the value.
        public let range: SourceRange
    }

    /// `lambda parameters: body`.
    public struct Lambda: Sendable {
        /// The parameters, without annotations.
        public let parameters: Parameters
        /// The expression behind the colon.
        public let body: Expression
    }

    /// `body if test else orelse`.
    public struct Conditional: Sendable {
        /// The value if the test is true.
        public let body: Expression
        /// The test.
        public let test: Expression
        /// The value if the test is false.
        public let orelse: Expression
    }

    /// `target := value`.
    public struct NamedExpression: Sendable {
        /// The name that is bound.
        public let target: Identifier
        /// The value.
        public let value: Expression
    }

    /// A chain of comparisons.
    public struct Compare: Sendable {
        /// The leftmost operand.
        public let left: Expression
        /// The operators with what stands at their right; at least one.
        public let comparisons: [Comparison]
    }

    /// One operator and the operand at its right.
    public struct Comparison: Sendable {
        /// The operator.
        public let `operator`: ComparisonOperator
        /// The operand at its right.
        public let right: Expression
    }

    /// Operands joined by one boolean operator.
    public struct BooleanOperation: Sendable {
        /// `and` or `or`.
        public let `operator`: BooleanOperator
        /// The operands; at least two.
        public let values: [Expression]
    }

    /// A prefix operator and its operand.
    public struct UnaryOperation: Sendable {
        /// The operator.
        public let `operator`: UnaryOperator
        /// The operand.
        public let operand: Expression
    }

    /// An infix operator and its operands.
    public struct BinaryOperation: Sendable {
        /// The left operand.
        public let left: Expression
        /// The operator.
        public let `operator`: BinaryOperator
        /// The right operand.
        public let right: Expression
    }

    /// `key: value`, or `**value` without a key.
    public struct DictItem: Sendable {
        /// The key, or nil for `**value`.
        public let key: Expression?
        /// The value.
        public let value: Expression
    }
}

/// A name with its place, where the name is not an expression.
public struct Identifier: Sendable, Hashable {
    /// The name.
    public let text: String
    /// Where it is.
    public let range: SourceRange
}
