#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The gamma function and its logarithm by Lanczos' approximation with the constants that CPython's `mathmodule.c` uses, so that the last digits agree.
enum GammaFunctions {
    private static let g = 6.024680040776729583740234375
    private static let gMinusHalf = 5.524680040776729583740234375
    private static let numerators = [
        23531376880.410759688572007674451636754734846804940, 42919803642.649098768957899047001988850926355848959,
        35711959237.355668049440185451547166705960488635843, 17921034426.037209699919755754458931112671403265390,
        6039542586.3520280050642916443072979210699388420708, 1439720407.3117216736632230727949123939715485786372,
        248874557.86205415651146038641322942321632125127801, 31426415.585400194380614231628318205362874684987640,
        2876370.6289353724412254090516208496135991145378768, 186056.26539522349504029498971604569928220784236328,
        8071.6720023658162106380029022722506138218516325024, 210.82427775157934587250973392071336271166969580291,
        2.5066282746310002701649081771338373386264310793408,
    ]
    private static let denominators: [Double] = [
        0, 39_916_800, 120_543_840, 150_917_976, 105_258_076, 45_995_730, 13_339_535, 2_637_558, 357_423, 32_670, 1925, 66, 1,
    ]

    /// The sum of Lanczos' series; for large arguments in powers of 1/x, which does not overflow.
    private static func sum(_ x: Double) -> Double {
        var (top, bottom) = (0.0, 0.0)
        let indices = Array(numerators.indices)
        for index in x < 5 ? indices.reversed() : indices {
            top = (x < 5 ? top * x : top / x) + numerators[index]
            bottom = (x < 5 ? bottom * x : bottom / x) + denominators[index]
        }
        return top / bottom
    }

    /// sin(πx) with small errors near integers.
    private static func sinePi(_ x: Double) -> Double {
        let y = fmod(fabs(x), 2)
        let turn = (2 * y).rounded(.toNearestOrAwayFromZero)
        let value =
            switch turn {
            case 0: sin(Double.pi * y)
            case 1: cos(Double.pi * (y - 0.5))
            case 2: sin(Double.pi * (1 - y))
            case 3: -cos(Double.pi * (y - 1.5))
            default: sin(Double.pi * (y - 2))
            }
        return copysign(1, x) * value
    }

    /// Γ(x); infinite where it overflows.
    static func gamma(_ x: Double) -> Double {
        if !x.isFinite { return x }
        if x == x.rounded(), x >= 1, x <= 23 { return stride(from: 1.0, to: x, by: 1).reduce(1, *) }
        let size = fabs(x)
        if size < 1e-20 { return 1 / x }
        if size > 200 { return x < 0 ? 0 / sinePi(x) : .infinity }
        let y = size + gMinusHalf
        let rest = size > gMinusHalf ? (y - size) - gMinusHalf : (y - gMinusHalf) - size
        let z = rest * g / y
        var result = x < 0 ? -Double.pi / sinePi(size) / size * exp(y) / sum(size) : sum(size) / exp(y)
        result += x < 0 ? -z * result : z * result
        let power = size < 140 ? pow(y, size - 0.5) : pow(y, size / 2 - 0.25)
        for _ in 0..<(size < 140 ? 1 : 2) { result = x < 0 ? result / power : result * power }
        return result
    }

    /// The logarithm of |Γ(x)|.
    static func logarithm(_ x: Double) -> Double {
        if x.isNaN { return x }
        if x.isInfinite { return .infinity }
        if x == x.rounded(.down), x <= 2 { return 0 }
        let size = fabs(x)
        if size < 1e-20 { return -log(size) }
        var result = log(sum(size)) - g
        result += (size - 0.5) * (log(size + g - 0.5) - 1)
        if x < 0 { result = log(Double.pi) - log(fabs(sinePi(size))) - log(size) - result }
        return result
    }
}
