/// `difflib`: what two sequences have in common, and texts of their differences.
enum DifflibModule {
    /// The module, without `Differ` and `HtmlDiff`.
    static let written = WrittenModule(
        #"""
        from collections import Counter as _Counter, namedtuple as _namedtuple
        from heapq import nlargest as _nlargest

        Match = _namedtuple('Match', 'a b size')

        class SequenceMatcher:
            def __init__(self, isjunk=None, a='', b='', autojunk=True):
                self.isjunk, self.autojunk, self.a, self.b = isjunk, autojunk, None, None
                self.set_seqs(a, b)
            def set_seqs(self, a, b):
                self.set_seq1(a)
                self.set_seq2(b)
            def set_seq1(self, a):
                if self.a is not a:
                    self.a, self.matching_blocks, self.opcodes = a, None, None
            def set_seq2(self, b):
                if self.b is b:
                    return
                self.b, self.matching_blocks, self.opcodes, self._counts = b, None, None, None
                places = {}
                for place, element in enumerate(b):
                    places.setdefault(element, []).append(place)
                self.bjunk = {element for element in places if self.isjunk and self.isjunk(element)}
                for element in self.bjunk:
                    del places[element]
                # What is nearly everywhere in a long sequence says little.
                most = len(b) // 100 + 1 if self.autojunk and len(b) >= 200 else len(b)
                self.bpopular = {element for element, found in places.items() if len(found) > most}
                for element in self.bpopular:
                    del places[element]
                self.b2j = places
            def find_longest_match(self, alo=0, ahi=None, blo=0, bhi=None):
                a, b, junk = self.a, self.b, self.bjunk
                ahi, bhi = len(a) if ahi is None else ahi, len(b) if bhi is None else bhi
                start, other, size, runs = alo, blo, 0, {}
                for i in range(alo, ahi):
                    longer = {}
                    for j in self.b2j.get(a[i], ()):
                        if j >= bhi:
                            break
                        if j >= blo:
                            run = longer[j] = runs.get(j - 1, 0) + 1
                            if run > size:
                                start, other, size = i - run + 1, j - run + 1, run
                    runs = longer
                for takes in (lambda element: element not in junk, junk.__contains__):
                    while start > alo and other > blo and a[start - 1] == b[other - 1] and takes(b[other - 1]):
                        start, other, size = start - 1, other - 1, size + 1
                    while start + size < ahi and other + size < bhi and a[start + size] == b[other + size] and takes(b[other + size]):
                        size += 1
                return Match(start, other, size)
            def get_matching_blocks(self):
                if self.matching_blocks is None:
                    open_, found = [(0, len(self.a), 0, len(self.b))], []
                    while open_:
                        alo, ahi, blo, bhi = open_.pop()
                        i, j, size = match = self.find_longest_match(alo, ahi, blo, bhi)
                        if size:
                            found.append(match)
                            if alo < i and blo < j:
                                open_.append((alo, i, blo, j))
                            if i + size < ahi and j + size < bhi:
                                open_.append((i + size, ahi, j + size, bhi))
                    joined = []
                    for i, j, size in sorted(found):
                        if joined and joined[-1][0] + joined[-1][2] == i and joined[-1][1] + joined[-1][2] == j:
                            joined[-1] = Match(joined[-1][0], joined[-1][1], joined[-1][2] + size)
                        else:
                            joined.append(Match(i, j, size))
                    self.matching_blocks = joined + [Match(len(self.a), len(self.b), 0)]
                return self.matching_blocks
            def get_opcodes(self):
                if self.opcodes is None:
                    self.opcodes, i, j = [], 0, 0
                    for a, b, size in self.get_matching_blocks():
                        tag = ('replace' if j < b else 'delete') if i < a else 'insert' if j < b else None
                        if tag:
                            self.opcodes.append((tag, i, a, j, b))
                        i, j = a + size, b + size
                        if size:
                            self.opcodes.append(('equal', a, i, b, j))
                return self.opcodes
            def get_grouped_opcodes(self, n=3):
                codes = list(self.get_opcodes()) or [('equal', 0, 1, 0, 1)]
                tag, a1, a2, b1, b2 = codes[0]
                if tag == 'equal':
                    codes[0] = tag, max(a1, a2 - n), a2, max(b1, b2 - n), b2
                tag, a1, a2, b1, b2 = codes[-1]
                if tag == 'equal':
                    codes[-1] = tag, a1, min(a2, a1 + n), b1, min(b2, b1 + n)
                group = []
                for tag, a1, a2, b1, b2 in codes:
                    if tag == 'equal' and a2 - a1 > 2 * n:
                        yield group + [(tag, a1, min(a2, a1 + n), b1, min(b2, b1 + n))]
                        group, a1, b1 = [], max(a1, a2 - n), max(b1, b2 - n)
                    group.append((tag, a1, a2, b1, b2))
                if group and not (len(group) == 1 and group[0][0] == 'equal'):
                    yield group
            def _share(self, matches):
                length = len(self.a) + len(self.b)
                return 2.0 * matches / length if length else 1.0
            def ratio(self):
                return self._share(sum(match.size for match in self.get_matching_blocks()))
            def quick_ratio(self):
                if self._counts is None:
                    self._counts = _Counter(self.b)
                return self._share(sum((_Counter(self.a) & self._counts).values()))
            def real_quick_ratio(self):
                return self._share(min(len(self.a), len(self.b)))

        def get_close_matches(word, possibilities, n=3, cutoff=0.6):
            if not n > 0:
                raise ValueError(f'n must be > 0: {n!r}')
            if not 0.0 <= cutoff <= 1.0:
                raise ValueError(f'cutoff must be in [0.0, 1.0]: {cutoff!r}')
            matcher, found = SequenceMatcher(b=word), []
            for candidate in possibilities:
                matcher.set_seq1(candidate)
                if min(matcher.real_quick_ratio(), matcher.quick_ratio()) >= cutoff and matcher.ratio() >= cutoff:
                    found.append((matcher.ratio(), candidate))
            return [candidate for _, candidate in _nlargest(n, found)]

        def _heads(marks, names, dates, lineterm):
            for mark, name, date in zip(marks, names, dates):
                yield f'{mark} {name}' + (f'\t{date}' if date else '') + lineterm

        def unified_diff(a, b, fromfile='', tofile='', fromfiledate='', tofiledate='', n=3, lineterm='\n'):
            def span(start, stop):
                count = stop - start
                return f'{start + 1}' if count == 1 else f'{start + bool(count)},{count}'
            for number, group in enumerate(SequenceMatcher(None, a, b).get_grouped_opcodes(n)):
                if not number:
                    yield from _heads(('---', '+++'), (fromfile, tofile), (fromfiledate, tofiledate), lineterm)
                yield f'@@ -{span(group[0][1], group[-1][2])} +{span(group[0][3], group[-1][4])} @@{lineterm}'
                for tag, a1, a2, b1, b2 in group:
                    if tag == 'equal':
                        yield from (' ' + line for line in a[a1:a2])
                        continue
                    yield from ('-' + line for line in a[a1:a2])
                    yield from ('+' + line for line in b[b1:b2])

        def context_diff(a, b, fromfile='', tofile='', fromfiledate='', tofiledate='', n=3, lineterm='\n'):
            def span(start, stop):
                return f'{start + (start < stop)}' if stop - start <= 1 else f'{start + 1},{stop}'
            marks = {'insert': '+ ', 'delete': '- ', 'replace': '! ', 'equal': '  '}
            for number, group in enumerate(SequenceMatcher(None, a, b).get_grouped_opcodes(n)):
                if not number:
                    yield from _heads(('***', '---'), (fromfile, tofile), (fromfiledate, tofiledate), lineterm)
                yield '***************' + lineterm
                tags = {code[0] for code in group}
                yield f'*** {span(group[0][1], group[-1][2])} ****{lineterm}'
                if tags & {'replace', 'delete'}:
                    for tag, a1, a2, _, _ in group:
                        if tag != 'insert':
                            yield from (marks[tag] + line for line in a[a1:a2])
                yield f'--- {span(group[0][3], group[-1][4])} ----{lineterm}'
                if tags & {'replace', 'insert'}:
                    for tag, _, _, b1, b2 in group:
                        if tag != 'delete':
                            yield from (marks[tag] + line for line in b[b1:b2])
        """#)
}
