import { loadConfig } from '../../src/config';
import { Ids } from '../../src/database/ids';
import { type ImportReport, ImportService } from '../../src/imports/import.service';
import { importedPerson } from '../../src/imports/imported-person.rules';
import { handleHolders } from '../../src/imports/imports.queries';
import { createStore, type OpenDoor, openDoor } from '../kit/door';
import type { Place } from '../kit/place';

/** Where an operator imports: a database of its own, and a door to it. */
export interface Office extends OpenDoor {
  imports(file: string, name: string): Promise<ImportReport>;
  /** The member whom an import made of a label. */
  member(name: string, label: string): Promise<number>;
}

const IN_FLIGHT = 256;

/** Opens a new database, or one at a place that a program has used. `close` removes only what this made. */
export async function openOffice(existing?: Place): Promise<Office> {
  const store = existing ? { config: loadConfig(existing.env), remove: async () => {} } : await createStore();
  const opened = await openDoor(store.config);
  const { database, door, close } = opened;
  const service = new ImportService({ database, ids: new Ids(database), door, inFlight: IN_FLIGHT });
  return {
    ...opened,
    imports: (file, name) => service.import({ file, name, progress: () => {} }),
    member: async (name, label) => {
      const [holder] = await handleHolders(database, [importedPerson(name, label).handle]);
      if (!holder) throw new Error(`Nobody was made of ${label}.`);
      return holder.id;
    },
    close: async () => {
      await close();
      await store.remove();
    },
  };
}
