/// The module `difflib`: Ratcliff and Obershelp's matching, and the differences of two texts.
enum DifflibModule {
    /// The whole module.
    static let written = WrittenModule(
        #"""
        from collections import namedtuple as _namedtuple
        from heapq import nlargest as _nlargest
        from types import GenericAlias as _Alias
        Match = _namedtuple('Match', 'a b size')

        def _ratio(matches, length):
            return 2.0 * matches / length if length else 1.0

        class SequenceMatcher:
            def __init__(self, isjunk=None, a='', b='', autojunk=True):
                self.isjunk, self.autojunk, self.a, self.b = isjunk, autojunk, None, None
                self.set_seqs(a, b)
            def set_seqs(self, a, b):
                self.set_seq1(a)
                self.set_seq2(b)
            def set_seq1(self, a):
                self.a, self.matching_blocks, self.opcodes = a, None, None
            def set_seq2(self, b):
                self.b, self.matching_blocks, self.opcodes, self.fullbcount = b, None, None, None
                places = {}
                for i, item in enumerate(b):
                    places.setdefault(item, []).append(i)
                self.bjunk = {item for item in places if self.isjunk(item)} if self.isjunk else set()
                for item in self.bjunk:
                    del places[item]
                self.bpopular = set()
                if self.autojunk and len(b) >= 200:
                    limit = len(b) // 100 + 1
                    self.bpopular = {item for item, found in places.items() if len(found) > limit}
                    for item in self.bpopular:
                        del places[item]
                self.b2j = places
            def find_longest_match(self, alo=0, ahi=None, blo=0, bhi=None):
                a, b, junk = self.a, self.b, self.bjunk
                ahi, bhi = len(a) if ahi is None else ahi, len(b) if bhi is None else bhi
                i0, j0, size, lengths = alo, blo, 0, {}
                for i in range(alo, ahi):
                    new = {}
                    for j in self.b2j.get(a[i], ()):
                        if j < blo:
                            continue
                        if j >= bhi:
                            break
                        k = new[j] = lengths.get(j - 1, 0) + 1
                        if k > size:
                            i0, j0, size = i - k + 1, j - k + 1, k
                    lengths = new
                for wanted in (False, True):
                    while i0 > alo and j0 > blo and (b[j0 - 1] in junk) == wanted and a[i0 - 1] == b[j0 - 1]:
                        i0, j0, size = i0 - 1, j0 - 1, size + 1
                    while i0 + size < ahi and j0 + size < bhi and (b[j0 + size] in junk) == wanted and a[i0 + size] == b[j0 + size]:
                        size += 1
                return Match(i0, j0, size)
            def get_matching_blocks(self):
                if self.matching_blocks is None:
                    open_, found = [(0, len(self.a), 0, len(self.b))], []
                    while open_:
                        alo, ahi, blo, bhi = open_.pop()
                        i, j, k = match = self.find_longest_match(alo, ahi, blo, bhi)
                        if k:
                            found.append(match)
                            if alo < i and blo < j:
                                open_.append((alo, i, blo, j))
                            if i + k < ahi and j + k < bhi:
                                open_.append((i + k, ahi, j + k, bhi))
                    merged = []
                    for i, j, k in sorted(found):
                        if merged and merged[-1][0] + merged[-1][2] == i and merged[-1][1] + merged[-1][2] == j:
                            merged[-1] = (merged[-1][0], merged[-1][1], merged[-1][2] + k)
                        else:
                            merged.append((i, j, k))
                    self.matching_blocks = [Match._make(block) for block in merged + [(len(self.a), len(self.b), 0)]]
                return self.matching_blocks
            def get_opcodes(self):
                if self.opcodes is None:
                    self.opcodes, i, j = [], 0, 0
                    for ai, bj, size in self.get_matching_blocks():
                        tag = 'replace' if i < ai and j < bj else 'delete' if i < ai else 'insert' if j < bj else ''
                        if tag:
                            self.opcodes.append((tag, i, ai, j, bj))
                        i, j = ai + size, bj + size
                        if size:
                            self.opcodes.append(('equal', ai, i, bj, j))
                return self.opcodes
            def get_grouped_opcodes(self, n=3):
                codes = list(self.get_opcodes()) or [('equal', 0, 1, 0, 1)]
                if codes[0][0] == 'equal':
                    tag, i1, i2, j1, j2 = codes[0]
                    codes[0] = tag, max(i1, i2 - n), i2, max(j1, j2 - n), j2
                if codes[-1][0] == 'equal':
                    tag, i1, i2, j1, j2 = codes[-1]
                    codes[-1] = tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n)
                group = []
                for tag, i1, i2, j1, j2 in codes:
                    if tag == 'equal' and i2 - i1 > 2 * n:
                        group.append((tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n)))
                        yield group
                        group, i1, j1 = [], max(i1, i2 - n), max(j1, j2 - n)
                    group.append((tag, i1, i2, j1, j2))
                if group and not (len(group) == 1 and group[0][0] == 'equal'):
                    yield group
            def ratio(self):
                return _ratio(sum(block[-1] for block in self.get_matching_blocks()), len(self.a) + len(self.b))
            def quick_ratio(self):
                if self.fullbcount is None:
                    self.fullbcount = {}
                    for item in self.b:
                        self.fullbcount[item] = self.fullbcount.get(item, 0) + 1
                left, matches = {}, 0
                for item in self.a:
                    count = left.get(item, self.fullbcount.get(item, 0))
                    left[item] = count - 1
                    matches += count > 0
                return _ratio(matches, len(self.a) + len(self.b))
            def real_quick_ratio(self):
                return _ratio(min(len(self.a), len(self.b)), len(self.a) + len(self.b))
            __class_getitem__ = classmethod(_Alias)

        def get_close_matches(word, possibilities, n=3, cutoff=0.6):
            if not n > 0:
                raise ValueError('n must be > 0: %r' % (n,))
            if not 0.0 <= cutoff <= 1.0:
                raise ValueError('cutoff must be in [0.0, 1.0]: %r' % (cutoff,))
            found, matcher = [], SequenceMatcher()
            matcher.set_seq2(word)
            for x in possibilities:
                matcher.set_seq1(x)
                if matcher.real_quick_ratio() >= cutoff and matcher.quick_ratio() >= cutoff and matcher.ratio() >= cutoff:
                    found.append((matcher.ratio(), x))
            return [x for score, x in _nlargest(n, found)]

        def _unified(start, stop):
            beginning, length = start + 1, stop - start
            if length == 1:
                return '{}'.format(beginning)
            return '{},{}'.format(beginning - (not length), length)

        def unified_diff(a, b, fromfile='', tofile='', fromfiledate='', tofiledate='', n=3, lineterm='\n'):
            started = False
            for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
                if not started:
                    started = True
                    yield '--- {}{}{}'.format(fromfile, '\t' + fromfiledate if fromfiledate else '', lineterm)
                    yield '+++ {}{}{}'.format(tofile, '\t' + tofiledate if tofiledate else '', lineterm)
                first, last = group[0], group[-1]
                yield '@@ -{} +{} @@{}'.format(_unified(first[1], last[2]), _unified(first[3], last[4]), lineterm)
                for tag, i1, i2, j1, j2 in group:
                    if tag == 'equal':
                        for line in a[i1:i2]:
                            yield ' ' + line
                        continue
                    if tag in ('replace', 'delete'):
                        for line in a[i1:i2]:
                            yield '-' + line
                    if tag in ('replace', 'insert'):
                        for line in b[j1:j2]:
                            yield '+' + line

        def _context(start, stop):
            beginning, length = start + 1, stop - start
            beginning -= not length
            return '{}'.format(beginning) if length <= 1 else '{},{}'.format(beginning, beginning + length - 1)

        def context_diff(a, b, fromfile='', tofile='', fromfiledate='', tofiledate='', n=3, lineterm='\n'):
            signs, started = {'insert': '+ ', 'delete': '- ', 'replace': '! ', 'equal': '  '}, False
            for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
                if not started:
                    started = True
                    yield '*** {}{}{}'.format(fromfile, '\t' + fromfiledate if fromfiledate else '', lineterm)
                    yield '--- {}{}{}'.format(tofile, '\t' + tofiledate if tofiledate else '', lineterm)
                first, last = group[0], group[-1]
                yield '***************' + lineterm
                for head, tags, lines, i, j in (('*** {} ****', ('replace', 'delete'), a, 1, 2), ('--- {} ----', ('replace', 'insert'), b, 3, 4)):
                    yield head.format(_context(first[i], last[j])) + lineterm
                    if any(code[0] in tags for code in group):
                        for code in group:
                            if code[0] in tags or code[0] == 'equal':
                                for line in lines[code[i]:code[j]]:
                                    yield signs[code[0]] + line

        def IS_LINE_JUNK(line):
            return line.strip() in ('', '#')
        def IS_CHARACTER_JUNK(ch, ws=' \t'):
            return ch in ws
        """#)
}
