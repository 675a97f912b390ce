import { Global, Module } from '@nestjs/common';
import { DirectoryFileStore } from './directory-file-store';
import { FileStore } from './file-store';
import { FilesDirectory } from './files-directory';
import { StoredFiles } from './stored-files';

/** Where files are kept. */
@Global()
@Module({
  providers: [FilesDirectory, { provide: FileStore, useClass: DirectoryFileStore }, StoredFiles],
  exports: [FilesDirectory, FileStore, StoredFiles],
})
export class FilesModule {}
