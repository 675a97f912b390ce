import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { loadSettings } from '../config/settings';
import { dataSourceOptions } from './data-source';

const { databaseOwnerUrl, databaseUrl } = loadSettings();

/** For the TypeORM command line, which wants a file whose export is one data source: the owner's. */
export default new DataSource(
  dataSourceOptions(databaseOwnerUrl ?? databaseUrl ?? 'postgres://', [
    join(__dirname, '../../../*/src/persistence/*.entit{y,ies}.js'),
  ]),
);
