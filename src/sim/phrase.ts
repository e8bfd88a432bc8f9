/** A phrase in every language we speak, as the kit has it; `sim` knows nothing of the kit. */
export type Phrase = Readonly<Record<'en' | 'zh-CN', string>>;

export const both = (en: string, zh: string): Phrase => ({ en, 'zh-CN': zh });
