import { looksLikeIdentityNumber, parseCalendarDate } from '@app/kernel';
import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptions } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsDefined,
  IsIn,
  IsInt,
  IsNumber,
  IsObject,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateBy,
  ValidateIf,
  ValidateNested,
  ValidationArguments,
  isEmail,
} from 'class-validator';

/** What every field says of itself. An optional field may be left out or null; the two mean the same. */
export interface FieldOptions {
  readonly optional?: boolean;
  readonly description?: string;
}

/**
 * Bounds of a field. The decorators below are the only way a request declares its fields: each checks, names the
 * rule it breaks by a code of the catalogue, and documents itself.
 */
const LONGEST_TEXT = 4000;
const LONGEST_LIST = 200;
// No control characters but tab and line ends (PostgreSQL refuses the NUL), no half of a character, and none that turn the writing direction
// of what follows: such a title could make a mail read backwards.
const PRINTABLE = /^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069\p{Cs}]*$/u;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const UUID_OR_NONE = /^(?:none|[\dA-Fa-f]{8}-(?:[\dA-Fa-f]{4}-){3}[\dA-Fa-f]{12})$/;

/** Message of a constraint: the code of its sentence and what fills it, read again by the exception factory. */
export function breaks(code: string, values: Record<string, string | number> = {}, each = false) {
  return { each, message: (_: ValidationArguments) => JSON.stringify({ code, values }) };
}

function field(
  options: FieldOptions,
  rules: PropertyDecorator[],
  api: ApiPropertyOptions,
): PropertyDecorator {
  const shared = {
    ...(options.description ? { description: options.description } : {}),
    ...(options.optional ? { required: false, nullable: true } : {}),
  };
  const presence = options.optional
    ? ValidateIf((_, value) => value !== undefined && value !== null)
    : IsDefined(breaks('required'));
  return applyDecorators(ApiProperty({ ...api, ...shared } as ApiPropertyOptions), presence, ...rules);
}

/** Identifiers compare as text inside documents, so they have one spelling. */
const lowerCase = Transform(({ value }: { value: unknown }) =>
  typeof value === 'string' ? value.toLowerCase() : value,
);

export interface TextOptions extends FieldOptions {
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: RegExp;
  readonly example?: string;
  /** Says something about a person, so it holds no number of an identity card. */
  readonly personal?: boolean;
}

/** Refuses what looks like the number of an identity card: law 09-08 gives the register no purpose for one. */
function NoIdentityNumber() {
  return ValidateBy(
    {
      name: 'holdsNoIdentityNumber',
      validator: { validate: (value) => typeof value !== 'string' || !looksLikeIdentityNumber(value) },
    },
    breaks('identity_number'),
  );
}

/** A text; surrounding blanks are cut off. */
export function Text({
  min = 1,
  max = LONGEST_TEXT,
  pattern,
  example,
  personal = false,
  ...options
}: TextOptions = {}) {
  const rules = [
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value)),
    IsString(breaks('not_a_text')),
    MinLength(min, breaks('too_short', { min })),
    MaxLength(max, breaks('too_long', { max })),
    Matches(PRINTABLE, breaks('unacceptable_character')),
  ];
  if (pattern) rules.push(Matches(pattern, breaks('wrong_format')));
  if (personal) rules.push(NoIdentityNumber());
  return field(options, rules, {
    type: String,
    minLength: min,
    maxLength: max,
    ...(pattern ? { pattern: pattern.source } : {}),
    ...(example ? { example } : {}),
  });
}

/** A text that is known to its holder only, such as a password: taken as it was typed, blanks and all. */
export function SecretText({ max, ...options }: FieldOptions & { max: number }) {
  return field(
    options,
    [
      IsString(breaks('not_a_text')),
      MinLength(1, breaks('too_short', { min: 1 })),
      MaxLength(max, breaks('too_long', { max })),
      Matches(PRINTABLE, breaks('unacceptable_character')),
    ],
    { type: String, format: 'password', minLength: 1, maxLength: max },
  );
}

/** A list of texts. */
export function TextList({
  max = 200,
  size = LONGEST_LIST,
  ...options
}: TextOptions & { size?: number } = {}) {
  return field(
    options,
    [
      IsArray(breaks('not_a_list')),
      ArrayMaxSize(size, breaks('too_many', { max: size })),
      ArrayUnique(breaks('repeated')),
      IsString(breaks('not_a_text', {}, true)),
      MinLength(1, breaks('too_short', { min: 1 }, true)),
      MaxLength(max, breaks('too_long', { max }, true)),
      Matches(PRINTABLE, breaks('unacceptable_character', {}, true)),
    ],
    { type: String, isArray: true, maxItems: size },
  );
}

/** One of the listed values. */
export function Choice(values: readonly string[], options: FieldOptions = {}) {
  return field(options, [IsIn([...values], breaks('not_a_choice', { choices: values.join(', ') }))], {
    type: String,
    enum: [...values],
  });
}

/** A list of the listed values. */
export function ChoiceList(values: readonly string[], options: FieldOptions = {}) {
  const choices = values.join(', ');
  return field(
    options,
    [
      IsArray(breaks('not_a_list')),
      ArrayMaxSize(LONGEST_LIST, breaks('too_many', { max: LONGEST_LIST })),
      ArrayUnique(breaks('repeated')),
      IsIn([...values], breaks('not_a_choice', { choices }, true)),
    ],
    { type: String, enum: [...values], isArray: true },
  );
}

export interface SeveralOptions extends FieldOptions {
  /** The values that are known; any that fit the pattern when left out. */
  readonly among?: readonly string[];
  readonly pattern?: RegExp;
  /** By which code a value of another form is refused. */
  readonly refusedAs?: string;
}

const MOST_CHOSEN = 50;
const LONGEST_CHOICE = 60;

/** In a query: one or several values with commas between, or the parameter repeated. */
export function Several({
  among,
  pattern = PRINTABLE,
  refusedAs = 'wrong_format',
  description,
  ...options
}: SeveralOptions = {}) {
  const split = ({ value }: { value: unknown }) =>
    typeof value === 'string' || Array.isArray(value)
      ? [
          ...new Set(
            [value].flat().flatMap((one: unknown) => (typeof one === 'string' ? one.split(',') : [one])),
          ),
        ]
          .map((one) => (typeof one === 'string' ? one.trim() : one))
          .filter((one) => one !== '')
      : value;
  const said = among ? `One or several of ${among.join(', ')}` : 'One or several';
  return field(
    { ...options, description: `${description ? `${description}. ` : ''}${said}, with commas between` },
    [
      Transform(split),
      IsArray(breaks('not_a_list')),
      ArrayMaxSize(MOST_CHOSEN, breaks('too_many', { max: MOST_CHOSEN })),
      among
        ? IsIn([...among], breaks('not_a_choice', { choices: among.join(', ') }, true))
        : Matches(pattern, breaks(refusedAs, {}, true)),
      MaxLength(LONGEST_CHOICE, breaks('too_long', { max: LONGEST_CHOICE }, true)),
    ],
    { type: String },
  );
}

/** In a query: one or several identifiers of records, or a word that stands for none. */
export function SeveralReferences({ orNone = false, ...options }: FieldOptions & { orNone?: boolean } = {}) {
  return Several({ ...options, pattern: orNone ? UUID_OR_NONE : UUID, refusedAs: 'not_an_identifier' });
}

/** The identifier of a record. */
export function RecordReference(options: FieldOptions = {}) {
  return field(
    options,
    [lowerCase, IsString(breaks('not_an_identifier')), Matches(UUID, breaks('not_an_identifier'))],
    {
      type: String,
      format: 'uuid',
    },
  );
}

/** A list of identifiers of records. */
export function RecordReferences(options: FieldOptions = {}) {
  return field(
    options,
    [
      Transform(({ value }: { value: unknown }) =>
        Array.isArray(value)
          ? value.map((id: unknown) => (typeof id === 'string' ? id.toLowerCase() : id))
          : value,
      ),
      IsArray(breaks('not_a_list')),
      ArrayMaxSize(LONGEST_LIST, breaks('too_many', { max: LONGEST_LIST })),
      ArrayUnique(breaks('repeated')),
      Matches(UUID, breaks('not_an_identifier', {}, true)),
    ],
    { type: String, format: 'uuid', isArray: true },
  );
}

/** Yes or no. In a query the words `true` and `false` are read. */
export function Flag(options: FieldOptions = {}) {
  const read = ({ value }: { value: unknown }) =>
    value === 'true' ? true : value === 'false' ? false : value;
  return field(options, [Transform(read), IsBoolean(breaks('not_a_flag'))], { type: Boolean });
}

export interface NumberOptions extends FieldOptions {
  readonly min?: number;
  readonly max?: number;
}

/** A whole number. In a query the digits are read. */
export function Whole({
  min = 0,
  max = 1_000_000_000,
  fromQuery = false,
  ...options
}: NumberOptions & { fromQuery?: boolean } = {}) {
  const read = ({ value }: { value: unknown }) =>
    fromQuery && typeof value === 'string' && /^-?\d{1,10}$/.test(value) ? Number(value) : value;
  return field(
    options,
    [
      Transform(read),
      IsInt(breaks('not_a_whole_number')),
      Min(min, breaks('too_small', { min })),
      Max(max, breaks('too_great', { max })),
    ],
    { type: 'integer', minimum: min, maximum: max },
  );
}

/** A number, not below zero. */
export function Figure({ min = 0, max = 9_000_000_000_000, ...options }: NumberOptions = {}) {
  return field(
    options,
    [
      IsNumber({ allowNaN: false, allowInfinity: false }, breaks('not_a_number')),
      Min(min, breaks('too_small', { min })),
      Max(max, breaks('too_great', { max })),
    ],
    { type: Number, minimum: min, maximum: max },
  );
}

/** A day of the calendar, as `YYYY-MM-DD`. */
export function CalendarDay(options: FieldOptions = {}) {
  return field(
    options,
    [
      ValidateBy(
        {
          name: 'isCalendarDay',
          validator: { validate: (value) => typeof value === 'string' && parseCalendarDate(value) !== null },
        },
        breaks('not_a_day'),
      ),
    ],
    { type: String, format: 'date' },
  );
}

/** An instant with its zone, as `2026-11-23T10:00:00Z`. */
export function Instant(options: FieldOptions = {}) {
  return field(
    options,
    [
      ValidateBy(
        {
          name: 'isInstant',
          validator: {
            validate: (value) =>
              typeof value === 'string' &&
              INSTANT.test(value) &&
              parseCalendarDate(value.slice(0, 10)) !== null &&
              !Number.isNaN(Date.parse(value)),
          },
        },
        breaks('not_an_instant'),
      ),
    ],
    { type: String, format: 'date-time' },
  );
}

/** The validator of addresses fails on half a character instead of refusing it. */
function isAddress(value: unknown): boolean {
  return typeof value === 'string' && PRINTABLE.test(value) && isEmail(value, { require_tld: false });
}

/** An e-mail address; a `personal` one is recorded of somebody, so it holds no number of an identity card. */
export function EmailAddress({ personal = false, ...options }: FieldOptions & { personal?: boolean } = {}) {
  return field(
    options,
    [
      ValidateBy({ name: 'isAddress', validator: { validate: isAddress } }, breaks('not_an_address')),
      MaxLength(254, breaks('too_long', { max: 254 })),
      ...(personal ? [NoIdentityNumber()] : []),
    ],
    { type: String, format: 'email', maxLength: 254 },
  );
}

// The generator takes a function for a reference only when it is called `type`, hence the wrapping below.
/** An object with fields of its own. */
export function Part(type: () => new () => object, options: FieldOptions = {}) {
  return field(
    options,
    [Type(type), IsObject(breaks('not_an_object')), ValidateNested(breaks('not_an_object'))],
    { type: () => type() },
  );
}

/** A list of objects with fields of their own. */
export function Parts(
  type: () => new () => object,
  { size = LONGEST_LIST, ...options }: FieldOptions & { size?: number } = {},
) {
  return field(
    options,
    [
      Type(type),
      IsArray(breaks('not_a_list')),
      ArrayMaxSize(size, breaks('too_many', { max: size })),
      IsObject(breaks('not_an_object', {}, true)),
      ValidateNested(breaks('not_an_object', {}, true)),
    ],
    { type: () => type(), isArray: true, maxItems: size },
  );
}
