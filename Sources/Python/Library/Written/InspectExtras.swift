/// What `inspect` has beyond questions and signatures, and the methods of signatures.
enum InspectExtras {
    /// The rest of the module.
    static let written = WrittenModule(
        #"""
        import types as _types
        from collections import namedtuple as _namedtuple
        CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS, CO_NESTED, CO_GENERATOR, CO_NOFREE = 1, 2, 4, 8, 16, 32, 64
        CO_COROUTINE, CO_ITERABLE_COROUTINE, CO_ASYNC_GENERATOR = 128, 256, 512
        GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = 'GEN_CREATED', 'GEN_RUNNING', 'GEN_SUSPENDED', 'GEN_CLOSED'
        CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED = 'CORO_CREATED', 'CORO_RUNNING', 'CORO_SUSPENDED', 'CORO_CLOSED'
        FullArgSpec = _namedtuple('FullArgSpec', 'args, varargs, varkw, defaults, kwonlyargs, kwonlydefaults, annotations')
        ArgInfo = _namedtuple('ArgInfo', 'args varargs keywords locals')
        ClosureVars = _namedtuple('ClosureVars', 'nonlocals globals builtins unbound')
        Attribute = _namedtuple('Attribute', 'name kind defining_class object')

        def _state(object, prefix, kind):
            if getattr(object, prefix + '_running'):
                return kind + '_RUNNING'
            if getattr(object, prefix + '_frame') is None:
                return kind + '_CLOSED'
            return kind + '_SUSPENDED' if getattr(object, prefix + '_suspended') else kind + '_CREATED'
        def getgeneratorstate(generator):
            return _state(generator, 'gi', 'GEN')
        def getcoroutinestate(coroutine):
            return _state(coroutine, 'cr', 'CORO')
        def iscode(object):
            return isinstance(object, _types.CodeType)
        def isframe(object):
            return type(object).__name__ == 'frame'
        def istraceback(object):
            return isinstance(object, _types.TracebackType)
        def isgetsetdescriptor(object):
            return isinstance(object, _types.GetSetDescriptorType)
        def ismemberdescriptor(object):
            return isinstance(object, _types.MemberDescriptorType)
        def ismethodwrapper(object):
            return isinstance(object, _types.MethodWrapperType)
        def ismethoddescriptor(object):
            if isclass(object) or ismethod(object) or isfunction(object):
                return False
            kind = type(object)
            return hasattr(kind, '__get__') and not hasattr(kind, '__set__')

        def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
            if not (isinstance(obj, (type, _types.ModuleType)) or callable(obj)):
                raise TypeError(f'{obj!r} is not a module, class, or callable.')
            found = obj.__dict__.get('__annotations__') if isinstance(obj, type) else getattr(obj, '__annotations__', None)
            if not found:
                return {}
            if not eval_str:
                return dict(found)
            import typing
            hints = typing.get_type_hints(obj, globals, locals, include_extras=True)
            return {name: hints.get(name, value) for name, value in found.items()}

        def getfullargspec(func):
            try:
                parameters = list(signature(func, follow_wrapped=False).parameters.values())
            except Exception as error:
                raise TypeError('unsupported callable') from error
            if ismethod(func):
                code = func.__func__.__code__
                parameters.insert(0, Parameter(code.co_varnames[0], Parameter.POSITIONAL_OR_KEYWORD))
            args = [p.name for p in parameters if p.kind in (0, 1)]
            defaults = tuple(p.default for p in parameters if p.kind in (0, 1) and p.default is not p.empty) or None
            star = next((p.name for p in parameters if p.kind == 2), None)
            stars = next((p.name for p in parameters if p.kind == 4), None)
            only = [p for p in parameters if p.kind == 3]
            found = getattr(func, '__annotations__', {})
            notes = ({'return': found['return']} if 'return' in found else {}) | found
            return FullArgSpec(args, star, stars, defaults, [p.name for p in only],
                               {p.name: p.default for p in only if p.default is not p.empty} or None, notes)

        def getcallargs(func, /, *positional, **named):
            bound = signature(func).bind(*positional, **named)
            bound.apply_defaults()
            return dict(bound.arguments)

        def getattr_static(obj, attr, default=_empty):
            owners = list(obj.__mro__ if isinstance(obj, type) else type(obj).__mro__)
            if not isinstance(obj, type) and attr in getattr(obj, '__dict__', {}):
                return obj.__dict__[attr]
            for owner in owners:
                if attr in owner.__dict__:
                    return owner.__dict__[attr]
            if default is _empty:
                raise AttributeError(attr)
            return default

        def getmembers_static(object, predicate=None):
            found = [(name, getattr_static(object, name, None)) for name in dir(object)]
            return [(name, value) for name, value in found if predicate is None or predicate(value)]

        def getmodule(object, _filename=None):
            import sys
            return object if ismodule(object) else sys.modules.get(getattr(object, '__module__', None))
        def getmodulename(path):
            name = path.rpartition('/')[2]
            return name[:-3] if name.endswith('.py') else None

        def getclosurevars(func):
            cells = dict(zip(func.__code__.co_freevars, (cell.cell_contents for cell in func.__closure__ or ())))
            return ClosureVars(cells, {}, {}, set())

        def formatannotation(annotation, base_module=None):
            if getattr(annotation, '__module__', None) == 'typing':
                return repr(annotation).replace('typing.', '')
            if isinstance(annotation, _types.GenericAlias):
                return str(annotation)
            if isinstance(annotation, type):
                if annotation.__module__ in ('builtins', base_module):
                    return annotation.__qualname__
                return annotation.__module__ + '.' + annotation.__qualname__
            return repr(annotation)

        class BoundArguments:
            __slots__ = ('arguments', '_signature')
            def __init__(self, signature, arguments):
                self.arguments, self._signature = arguments, signature
            signature = property(lambda self: self._signature)
            @property
            def args(self):
                made = []
                for name, parameter in self._signature.parameters.items():
                    if parameter.kind in (3, 4) or name not in self.arguments:
                        break
                    if parameter.kind == 2:
                        made.extend(self.arguments[name])
                    else:
                        made.append(self.arguments[name])
                return tuple(made)
            @property
            def kwargs(self):
                made, by_name = {}, False
                for name, parameter in self._signature.parameters.items():
                    if not by_name:
                        if parameter.kind in (3, 4):
                            by_name = True
                        elif name not in self.arguments:
                            by_name = True
                            continue
                    if not by_name or name not in self.arguments:
                        continue
                    if parameter.kind == 4:
                        made.update(self.arguments[name])
                    else:
                        made[name] = self.arguments[name]
                return made
            def apply_defaults(self):
                made = {}
                for name, parameter in self._signature.parameters.items():
                    if name in self.arguments:
                        made[name] = self.arguments[name]
                    elif parameter.default is not _empty:
                        made[name] = parameter.default
                    elif parameter.kind in (2, 4):
                        made[name] = () if parameter.kind == 2 else {}
                self.arguments = made
            def __eq__(self, other):
                if not isinstance(other, BoundArguments):
                    return NotImplemented
                return self._signature == other._signature and self.arguments == other.arguments
            def __repr__(self):
                inner = ', '.join('{}={!r}'.format(name, value) for name, value in self.arguments.items())
                return '<BoundArguments ({})>'.format(inner)

        def _bind(self, args, kwargs, partial=False):
            arguments, kwargs, args = {}, dict(kwargs), list(args)
            extra = None
            for name, parameter in self.parameters.items():
                kind = parameter.kind
                if kind == 2:
                    if args:
                        arguments[name], args = tuple(args), []
                elif kind == 4:
                    extra = name
                elif kind in (0, 1) and args:
                    if name in kwargs and kind == 1:
                        raise TypeError('multiple values for argument {arg!r}'.format(arg=name))
                    arguments[name] = args.pop(0)
                elif name in kwargs and kind != 0:
                    arguments[name] = kwargs.pop(name)
                elif name in kwargs and parameter.default is _empty:
                    raise TypeError('{arg!r} parameter is positional only, but was passed as a keyword'.format(arg=name))
                elif parameter.default is _empty and not partial:
                    raise TypeError('missing a required argument: {arg!r}'.format(arg=name))
            if args:
                raise TypeError('too many positional arguments')
            if kwargs:
                if extra is None:
                    raise TypeError('got an unexpected keyword argument {arg!r}'.format(arg=next(iter(kwargs))))
                arguments[extra] = kwargs
            return BoundArguments(self, arguments)

        _keep = object()

        def _signature_init(self, parameters=None, *, return_annotation=_empty, __validate_parameters__=True):
            self.__dict__['parameters'] = {p.name: p for p in parameters or ()}
            self.__dict__['return_annotation'] = return_annotation
        def _signature_replace(self, *, parameters=_keep, return_annotation=_keep):
            return type(self)(self.parameters.values() if parameters is _keep else parameters,
                              return_annotation=self.return_annotation if return_annotation is _keep else return_annotation)
        def _signature_eq(self, other):
            if not isinstance(other, Signature):
                return NotImplemented
            return list(self.parameters.items()) == list(other.parameters.items()) and self.return_annotation == other.return_annotation
        def _parameter_replace(self, *, name=_keep, kind=_keep, annotation=_keep, default=_keep):
            return type(self)(self.name if name is _keep else name, self.kind if kind is _keep else kind,
                              default=self.default if default is _keep else default,
                              annotation=self.annotation if annotation is _keep else annotation)
        def _parameter_eq(self, other):
            if not isinstance(other, Parameter):
                return NotImplemented
            return (self.name, self.kind, self.default, self.annotation) == (other.name, other.kind, other.default, other.annotation)

        _signature_methods = {
            '__init__': _signature_init, 'replace': _signature_replace, '__eq__': _signature_eq,
            'bind': lambda self, /, *args, **kwargs: _bind(self, args, kwargs),
            'bind_partial': lambda self, /, *args, **kwargs: _bind(self, args, kwargs, True),
            '__hash__': lambda self: hash((tuple(self.parameters.items()), self.return_annotation)),
        }
        _parameter_methods = {
            'replace': _parameter_replace, '__eq__': _parameter_eq,
            '__hash__': lambda self: hash((self.name, self.kind, self.annotation, self.default)),
        }

        def _partial_signature(partial):
            whole = signature(partial.func)
            try:
                bound = whole.bind_partial(*partial.args, **partial.keywords).arguments
            except TypeError as error:
                raise ValueError(f'partial object {partial!r} has incorrect arguments') from error
            made, by_name = [], False
            for name, parameter in whole.parameters.items():
                kind, given = parameter.kind, name in bound
                if given and kind == 0 or given and kind == 1 and name not in partial.keywords:
                    continue
                if given and kind == 1:
                    by_name = True
                    parameter = parameter.replace(default=bound[name])
                elif given and kind == 3:
                    parameter = parameter.replace(default=bound[name])
                if by_name and kind == 2:
                    continue
                if by_name and parameter.kind == 1:
                    parameter = parameter.replace(kind=Parameter.KEYWORD_ONLY)
                made.append(parameter)
            return Signature(made, return_annotation=whole.return_annotation)

        def _dataclass_signature(cls):
            import dataclasses
            made = []
            for field in cls.__dataclass_fields__.values():
                if not field.init or 'ClassVar' in str(field.type):
                    continue
                default = _empty
                if field.default is not dataclasses.MISSING:
                    default = field.default
                elif field.default_factory is not dataclasses.MISSING:
                    default = _factory
                made.append(Parameter(field.name, 3 if field.kw_only else 1, default=default, annotation=field.type))
            made.sort(key=lambda p: p.kind)
            for p in made:
                p.kind = Parameter.KEYWORD_ONLY if p.kind == 3 else Parameter.POSITIONAL_OR_KEYWORD
            return Signature(made, return_annotation=None)

        class _Factory:
            def __repr__(self):
                return '<factory>'
        _factory = _Factory()
        """#)

    /// Gives signatures and parameters their methods.
    static func install(in module: PyModule, _ machine: Machine) throws {
        try written.run(in: module, machine)
        for (type, table) in [("Signature", "_signature_methods"), ("Parameter", "_parameter_methods")] {
            guard let cls = module.namespace[type]?.asType else { continue }
            for (name, method) in module.namespace[table]?.asDict?.items ?? [] { cls.constant(name.asString ?? "", method) }
        }
    }
}
