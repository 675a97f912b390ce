import { applyDecorators } from '@nestjs/common';
import { ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsObject, ValidateIf, ValidateNested } from 'class-validator';
import { breaks } from './fields';

/** Yes or no for everything, or a list of objects with fields of their own; may be left out. */
export function FlagOrParts(
  type: () => new () => object,
  { size, description }: { size: number; description: string },
) {
  return applyDecorators(
    ApiProperty({
      description,
      required: false,
      nullable: true,
      oneOf: [{ type: 'boolean' }, { type: 'array', maxItems: size, items: { $ref: getSchemaPath(type()) } }],
    }),
    ValidateIf((_, value) => value !== undefined && value !== null && typeof value !== 'boolean'),
    Type(type),
    IsArray(breaks('not_a_list')),
    ArrayMaxSize(size, breaks('too_many', { max: size })),
    IsObject(breaks('not_an_object', {}, true)),
    ValidateNested(breaks('not_an_object', {}, true)),
  );
}
