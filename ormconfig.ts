import 'reflect-metadata';
import { loadConfig } from './src/config';
import { writerDataSource } from './src/database/data-source';
import { ENTITIES } from './src/entities';

/** The data source of TypeORM's command line: `npx typeorm -d dist/ormconfig.js migration:show`. */
export default writerDataSource(loadConfig(process.env), ENTITIES);
