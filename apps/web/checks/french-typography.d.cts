import type { Plugin } from 'vite';

export function withNoBreakSpaces(text: string): string;
export function frenchTypography(): Plugin;
