extension LibraryExtras {
    /// The rest of `statistics`.
    static let statistics = WrittenModule(
        #"""
        import math as _math, random as _random
        def covariance(x, y, /):
            n = len(x)
            if len(y) != n:
                raise StatisticsError('covariance requires that both inputs have same number of data points')
            if n < 2:
                raise StatisticsError('covariance requires at least two data points')
            xbar, ybar = fmean(x), fmean(y)
            return _math.fsum((xi - xbar) * (yi - ybar) for xi, yi in zip(x, y)) / (n - 1)
        def linear_regression(x, y, /, *, proportional=False):
            import collections
            if len(x) != len(y):
                raise StatisticsError('linear regression requires that both inputs have same number of data points')
            if len(x) < 2:
                raise StatisticsError('linear regression requires at least two data points')
            if proportional:
                sxy, sxx, xbar, ybar = _math.fsum(a * b for a, b in zip(x, y)), _math.fsum(a * a for a in x), 0.0, 0.0
            else:
                xbar, ybar = _math.fsum(x) / len(x), _math.fsum(y) / len(y)
                sxy, sxx = _math.fsum((a - xbar) * (b - ybar) for a, b in zip(x, y)), _math.fsum((a - xbar) ** 2.0 for a in x)
            if sxx == 0:
                raise StatisticsError('x is constant')
            slope = sxy / sxx
            return collections.namedtuple('LinearRegression', ('slope', 'intercept'))(slope, 0.0 if proportional else ybar - slope * xbar)
        def median_grouped(data, interval=1):
            data = sorted(data)
            n = len(data)
            if n == 0:
                raise StatisticsError('no median for empty data')
            x = data[n // 2]
            i, j = data.index(x), n - data[::-1].index(x)
            try:
                x = float(x)
            except ValueError:
                raise TypeError('Value cannot be converted to a float') from None
            return float(x) - float(interval) / 2.0 + float(interval) * (n / 2 - i) / (j - i)
        class NormalDist:
            __slots__ = {'_mu': 'Arithmetic mean of a normal distribution', '_sigma': 'Standard deviation of a normal distribution'}
            def __init__(self, mu=0.0, sigma=1.0):
                if sigma < 0.0:
                    raise StatisticsError('sigma must be non-negative')
                self._mu, self._sigma = float(mu), float(sigma)
            @classmethod
            def from_samples(cls, data):
                data = list(data)
                return cls(fmean(data), stdev(data))
            def samples(self, n, *, seed=None):
                gauss = _random.gauss if seed is None else _random.Random(seed).gauss
                return [gauss(self._mu, self._sigma) for _ in range(n)]
            def pdf(self, x):
                variance = self._sigma * self._sigma
                if not variance:
                    raise StatisticsError('pdf() not defined when sigma is zero')
                diff = x - self._mu
                return _math.exp(diff * diff / (-2.0 * variance)) / _math.sqrt(_math.tau * variance)
            def cdf(self, x):
                if not self._sigma:
                    raise StatisticsError('cdf() not defined when sigma is zero')
                return 0.5 * (1.0 + _math.erf((x - self._mu) / (self._sigma * 1.4142135623730951)))
            def inv_cdf(self, p):
                if p <= 0.0 or p >= 1.0:
                    raise StatisticsError('p must be in the range 0.0 < p < 1.0')
                if self._sigma <= 0.0:
                    raise StatisticsError('cdf() not defined when sigma at or below zero')
                return _inverse(p, self._mu, self._sigma)
            def quantiles(self, n=4):
                return [self.inv_cdf(i / n) for i in range(1, n)]
            def overlap(self, other):
                if not isinstance(other, NormalDist):
                    raise TypeError('Expected another NormalDist instance')
                X, Y = self, other
                if (Y._sigma, Y._mu) < (X._sigma, X._mu):
                    X, Y = Y, X
                xv, yv = X.variance, Y.variance
                if not xv or not yv:
                    raise StatisticsError('overlap() not defined when sigma is zero')
                dv, dm = yv - xv, _math.fabs(Y._mu - X._mu)
                if not dv:
                    return 1.0 - _math.erf(dm / (2.0 * X._sigma * 1.4142135623730951))
                a = X._mu * yv - Y._mu * xv
                b = X._sigma * Y._sigma * _math.sqrt(dm * dm + dv * _math.log(yv / xv))
                x1, x2 = (a + b) / dv, (a - b) / dv
                return 1.0 - (_math.fabs(Y.cdf(x1) - X.cdf(x1)) + _math.fabs(Y.cdf(x2) - X.cdf(x2)))
            def zscore(self, x):
                if not self._sigma:
                    raise StatisticsError('zscore() not defined when sigma is zero')
                return (x - self._mu) / self._sigma
            mean = property(lambda self: self._mu)
            median = property(lambda self: self._mu)
            mode = property(lambda self: self._mu)
            stdev = property(lambda self: self._sigma)
            variance = property(lambda self: self._sigma * self._sigma)
            def __add__(x1, x2):
                if isinstance(x2, NormalDist):
                    return NormalDist(x1._mu + x2._mu, _math.hypot(x1._sigma, x2._sigma))
                return NormalDist(x1._mu + x2, x1._sigma)
            def __sub__(x1, x2):
                if isinstance(x2, NormalDist):
                    return NormalDist(x1._mu - x2._mu, _math.hypot(x1._sigma, x2._sigma))
                return NormalDist(x1._mu - x2, x1._sigma)
            def __mul__(x1, x2):
                return NormalDist(x1._mu * x2, x1._sigma * _math.fabs(x2))
            def __truediv__(x1, x2):
                return NormalDist(x1._mu / x2, x1._sigma / _math.fabs(x2))
            def __pos__(x1):
                return NormalDist(x1._mu, x1._sigma)
            def __neg__(x1):
                return NormalDist(-x1._mu, x1._sigma)
            __radd__, __rmul__ = __add__, __mul__
            def __rsub__(x1, x2):
                return -(x1 - x2)
            def __eq__(x1, x2):
                return x1._mu == x2._mu and x1._sigma == x2._sigma if isinstance(x2, NormalDist) else NotImplemented
            def __hash__(self):
                return hash((self._mu, self._sigma))
            def __repr__(self):
                return f'{type(self).__name__}(mu={self._mu!r}, sigma={self._sigma!r})'
        def _ratio(r, above, below):
            num = den = 0.0
            for c in above:
                num = num * r + c
            for c in below:
                den = den * r + c
            return num, den
        def _inverse(p, mu, sigma):
            # Wichura's algorithm AS241, whose coefficients these are.
            q = p - 0.5
            if _math.fabs(q) <= 0.425:
                num, den = _ratio(0.180625 - q * q,
                    (2.50908_09287_30122_6727e+3, 3.34305_75583_58812_8105e+4, 6.72657_70927_00870_0853e+4, 4.59219_53931_54987_1457e+4,
                     1.37316_93765_50946_1125e+4, 1.97159_09503_06551_4427e+3, 1.33141_66789_17843_7745e+2, 3.38713_28727_96366_6080e+0),
                    (5.22649_52788_52854_5610e+3, 2.87290_85735_72194_2674e+4, 3.93078_95800_09271_0610e+4, 2.12137_94301_58659_5867e+4,
                     5.39419_60214_24751_1077e+3, 6.87187_00749_20579_0830e+2, 4.23133_30701_60091_1252e+1, 1.0))
                return mu + num * q / den * sigma
            r = _math.sqrt(-_math.log(p if q <= 0.0 else 1.0 - p))
            if r <= 5.0:
                num, den = _ratio(r - 1.6,
                    (7.74545_01427_83414_07640e-4, 2.27238_44989_26918_45833e-2, 2.41780_72517_74506_11770e-1, 1.27045_82524_52368_38258e+0,
                     3.64784_83247_63204_60504e+0, 5.76949_72214_60691_40550e+0, 4.63033_78461_56545_29590e+0, 1.42343_71107_49683_57734e+0),
                    (1.05075_00716_44416_84324e-9, 5.47593_80849_95344_94600e-4, 1.51986_66563_61645_71966e-2, 1.48103_97642_74800_74590e-1,
                     6.89767_33498_51000_04550e-1, 1.67638_48301_83803_84940e+0, 2.05319_16266_37758_82187e+0, 1.0))
            else:
                num, den = _ratio(r - 5.0,
                    (2.01033_43992_92288_13265e-7, 2.71155_55687_43487_57815e-5, 1.24266_09473_88078_43860e-3, 2.65321_89526_57612_30930e-2,
                     2.96560_57182_85048_91230e-1, 1.78482_65399_17291_33580e+0, 5.46378_49111_64114_36990e+0, 6.65790_46435_01103_77720e+0),
                    (2.04426_31033_89939_78564e-15, 1.42151_17583_16445_88870e-7, 1.84631_83175_10054_68180e-5, 7.86869_13114_56132_59100e-4,
                     1.48753_61290_85061_48525e-2, 1.36929_88092_27358_05310e-1, 5.99832_20655_58879_37690e-1, 1.0))
            x = num / den
            return mu + (-x if q < 0.0 else x) * sigma
        """#)
}
