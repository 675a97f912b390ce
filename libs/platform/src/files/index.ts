export * from './file-store';
export * from './files-directory';
export * from './files.module';
export * from './media-types';
export * from './recognise-file';
export * from './refusals';
export * from './stored-files';
export * from './sweep-files';
