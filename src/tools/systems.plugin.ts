import type { Plugin } from 'vite';
import { parseSystems } from './catalogue.ts';

const SYSTEMS = /\/content\/systems\.yaml(\?ids)?$/;

/** content/systems.yaml becomes the checked catalogue; with `?ids` only the names of its pages. */
export function systems(): Plugin {
  return {
    name: 'systems',
    enforce: 'pre',
    transform: {
      filter: { id: SYSTEMS },
      handler(source, id) {
        const catalogue = parseSystems(source);
        const part = id.endsWith('?ids') ? catalogue.systems.map((system) => system.id) : catalogue;
        return { code: `export default ${JSON.stringify(part)}`, map: null, moduleType: 'js' as const };
      },
    },
  };
}
