import { describe, expect, it } from 'vitest';
import { crossingText, workText } from '#sim/vmm/tell/crossingTexts.ts';
import { exitText, shortExitText } from '#sim/vmm/tell/exitTexts.ts';
import { vectorNumber, vectorText } from '#sim/vmm/tell/vectorText.ts';

describe('a vector', () => {
  it('of an exception is told by its number in the manual and its mnemonic', () => {
    expect(vectorText(14)).toEqual({ en: '14 (#PF)', 'zh-CN': '14（#PF）' });
    expect([2, 13, 31].map(vectorNumber)).toEqual(['2', '13', '31']);
    expect(vectorText(2).en).toBe('2');
  });
  it('of an interrupt or a call is told in hexadecimal', () => {
    expect([0x20, 0x80, 0xec].map((vector) => vectorText(vector).en)).toEqual(['20h', '80h', 'ECh']);
  });
  it('is written so in what a monitor does', () => {
    const texts = ['deliver', 'inject', 'hold', 'reflect'].map((key) => workText({ key, operands: { vector: 14 } }));
    for (const { en, 'zh-CN': zh } of texts) {
      expect(en).toContain('vector 14 (#PF)');
      expect(zh).toContain('向量 14（#PF）');
    }
  });
});

describe('an exit’s reason', () => {
  it('is told in Chinese with the manual’s word beside it, and in a box by its name alone', () => {
    expect(exitText('1 external interrupt')['zh-CN']).toBe('1 外部中断（external interrupt）');
    expect(shortExitText('1 external interrupt')['zh-CN']).toBe('1 外部中断');
    expect(exitText('48 EPT violation').en).toBe('48 EPT violation');
  });
  it('that is an instruction’s name is the same in both languages', () => {
    expect(exitText('10 CPUID')).toEqual({ en: '10 CPUID', 'zh-CN': '10 CPUID' });
  });
  it('is told so where a crossing is', () => {
    const told = crossingText({ address: 0, reason: '48 EPT violation', exitReason: 48 });
    expect(told['zh-CN']).toContain('原因 48 EPT 违例（EPT violation）');
  });
});
