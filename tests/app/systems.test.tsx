import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, describe, expect, test } from 'vitest';
import { everything, filterSystems } from '#app/filterSystems.ts';
import { SystemPage } from '#app/SystemPage.tsx';
import { SystemsPage } from '#app/SystemsPage.tsx';
import { type Catalogue, loadCatalogue, systemIds } from '#app/system.ts';
import type { Locale } from '#kit/text.ts';
import { LocaleContext } from '#lessons/locale.ts';

let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = await loadCatalogue();
});
const idsOf = (wanted: Partial<typeof everything>) =>
  filterSystems(catalogue.systems, { ...everything, ...wanted }).map(({ id }) => id);
const showPage = (id: string, locale: Locale) => {
  const system = catalogue.systems.find((each) => each.id === id);
  if (!system) throw new Error(id);
  return render(
    <LocaleContext value={locale}>
      <SystemPage system={system} references={catalogue.references} />
    </LocaleContext>,
  );
};

describe('the index is searched', () => {
  test('by position and technique together, which one form must have', () => {
    expect(idsOf({ position: 'kernel', technique: 'para' })).toEqual(['lguest']);
    expect(idsOf({ position: 'host', technique: 'para' })).toEqual(['uml']);
    // FusionSphere was in both places, and Xen in none but one.
    expect(idsOf({ position: 'bare' })).toContain('fusionsphere');
    expect(idsOf({ position: 'kernel' })).not.toContain('xen');
  });
  test('by year: only what was in use then', () => {
    expect(idsOf({ year: 1968 })).toEqual(['system-360', 'cp-40', 'cp-67']);
    expect(idsOf({ technique: 'translate', position: 'bare', year: 2026 })).toEqual([]);
  });
  test('by name, other name or maker, in either language', () => {
    expect(idsOf({ word: ' uml ' })).toContain('uml');
    expect(idsOf({ word: 'ESXi' })).toContain('vmware-esx');
    expect(idsOf({ word: '华为' })).toEqual(['fusionsphere']);
  });
  test('on the page, and how many were found is said', async () => {
    render(<SystemsPage systems={catalogue.systems} />);
    expect(screen.getAllByRole('listitem').length).toBeGreaterThan(systemIds.length);
    await userEvent.selectOptions(screen.getByLabelText('Position'), 'host');
    await userEvent.selectOptions(screen.getByLabelText('Technique'), 'para');
    expect(screen.getByRole('status')).toHaveTextContent('1 system');
    expect(screen.getByRole('link', { name: 'User-Mode Linux (UML)' })).toHaveAttribute('href', '/en/systems/uml/');
  });
});

describe('the page of a system', () => {
  test('draws its layers from the top down, with what the processor lets each do', () => {
    showPage('kvm', 'en');
    const layers = within(screen.getByRole('figure')).getAllByRole('listitem');
    expect(layers.map((layer) => layer.textContent)).toEqual([
      'Programsnon-root, ring 3',
      'QEMUDevicesroot, ring 3',
      'Guest OSnon-root, ring 0',
      'kvm.koMonitorroot, ring 0',
      'LinuxHost OSroot, ring 0',
      'VT-x / AMD-VHardware',
    ]);
  });
  test('leads from every fact to the references it rests on', () => {
    const { container } = showPage('xen', 'en');
    const marks = [...container.querySelectorAll('.cites a')];
    expect(marks.length).toBeGreaterThan(6);
    for (const mark of marks) expect(container.querySelector(mark.getAttribute('href') ?? '')).not.toBeNull();
  });
  test('shows what the sources said in their words and its own language, and what came of it', () => {
    showPage('uml', 'en');
    expect(screen.getByText('半虚拟化（para-virtualization）：TYPE1')).toBeInTheDocument();
    expect(screen.getByText('Paravirtualization is Type 1.').parentElement).toHaveTextContent('Wrong');
  });
  test.each(['en', 'zh-CN'] as const)('is drawn in %s for every entry', (locale) => {
    for (const { id, name } of catalogue.systems) {
      const { unmount } = showPage(id, locale);
      expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(name);
      unmount();
    }
  });
});
