import { type LucideIcon, Moon, Presentation, Sun } from 'lucide-react';
import { useId } from 'react';
import { useSay } from '#lessons/locale.ts';
import { chooseTheme, type Theme, themes, useTheme } from './theme.ts';
import { words } from './words.ts';

const icons: Readonly<Record<Theme, LucideIcon>> = { light: Sun, dark: Moon, projector: Presentation };

/** Light, dark or projector; the choice is kept. */
export function ThemeSwitch() {
  const { say } = useSay();
  const theme = useTheme();
  const group = useId();
  return (
    <div className="theme-switch" role="radiogroup" aria-label={say(words.theme)}>
      {themes.map((each) => {
        const Icon = icons[each];
        return (
          <label key={each} title={say(words[each])}>
            <input type="radio" name={group} checked={theme === each} onChange={() => chooseTheme(each)} />
            <Icon aria-hidden="true" />
            <span className="visually-hidden">{say(words[each])}</span>
          </label>
        );
      })}
    </div>
  );
}
