import { readFileSync } from 'node:fs';
import { basename, isAbsolute, join, resolve } from 'node:path';
import { findProjectRoot } from '@app/platform';
import { CountryProfile, CountryProfileRefused, countryProfileOf } from '../domain/country-profile';

/**
 * Reads the profile that `COUNTRY_PROFILE` names: the name of a folder under `libs/reference/profiles`, or the
 * path of a folder elsewhere, relative ones from the project's root.
 * @throws CountryProfileRefused when there is none, or when it is not complete.
 */
export function readCountryProfile(named: string): CountryProfile {
  const folder = folderOf(named);
  const file = join(folder, 'profile.json');
  return countryProfileOf(readJson(file), folder, file);
}

function folderOf(named: string): string {
  const isPath = isAbsolute(named) || named !== basename(named) || named.startsWith('.');
  return isPath
    ? resolve(findProjectRoot(), named)
    : join(findProjectRoot(), 'libs/reference/profiles', named);
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const reason = error instanceof SyntaxError ? 'it is not JSON' : 'it cannot be read';
    throw new CountryProfileRefused(file, [reason]);
  }
}
