/** How often a property is tried: so many times, and under `npm run test:deep` fifty times as often. */
export const runs = (usual: number): number => (import.meta.env.MODE === 'deep' ? usual * 50 : usual);
