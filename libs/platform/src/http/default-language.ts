/** Injection token of the language for callers who name none: the country profile's. */
export const DEFAULT_LANGUAGE = Symbol('default language');
