/*
 * Mantine 9.7 at desk density. Mantine keeps its own palette variables; here they are all pointed at tokens.css, so
 * that one sheet decides. Components default to size "xs" with heights re-set to 28 px
 * (icon buttons 24 px). Import `@mantine/core/styles.layer.css`, so that our own rules win without !important.
 */
import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

/** Ten shades are required; every one is the accent, because shades are tokens and not steps of a ramp. */
const accent = Array.from({ length: 10 }, () => 'var(--accent)') as unknown as MantineColorsTuple;

const controlHeight = () => ({ wrapper: { '--input-height': 'var(--control)' } });
/** Fields with a list of words under them. */
const choice = { defaultProps: { size: 'xs', comboboxProps: { shadow: 'md' } as const }, vars: controlHeight };

export const mantineTheme = createTheme({
  fontFamily: 'var(--font-ui)',
  fontFamilyMonospace: 'var(--font-mono)',
  headings: { fontFamily: 'var(--font-ui)', fontWeight: '600' },
  fontSizes: { xxs: 'var(--text-11)', xs: 'var(--text-12)', sm: 'var(--text-13)', md: 'var(--text-15)', lg: 'var(--text-20)', xl: 'var(--text-28)' },
  lineHeights: { xs: '16px', sm: '20px', md: '24px', lg: '28px', xl: '36px' },
  spacing: { xxs: 'var(--space-1)', xs: 'var(--space-2)', sm: 'var(--space-3)', md: 'var(--space-4)', lg: 'var(--space-6)', xl: 'var(--space-8)' },
  radius: { xs: 'var(--radius-1)', sm: 'var(--radius-2)', md: 'var(--radius-3)' },
  defaultRadius: 'sm',
  colors: { accent },
  primaryColor: 'accent',
  primaryShade: 6,
  autoContrast: false,
  focusRing: 'auto',
  cursorType: 'default',
  respectReducedMotion: true,
  components: {
    Button: {
      defaultProps: { size: 'xs' },
      vars: () => ({ root: { '--button-height': 'var(--control)', '--button-padding-x': 'var(--space-3)', '--button-fz': 'var(--text-12)' } }),
    },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' }, vars: () => ({ root: { '--ai-size': 'var(--control-small)' } }) },
    TextInput: { defaultProps: { size: 'xs' }, vars: controlHeight },
    Select: choice,
    Autocomplete: choice,
    TagsInput: choice,
    MultiSelect: choice,
    Textarea: { defaultProps: { size: 'xs' } },
    SegmentedControl: { defaultProps: { size: 'xs' }, vars: () => ({ root: { '--sc-padding': '2px 8px', '--sc-font-size': 'var(--text-12)' } }) },
    Checkbox: { defaultProps: { size: 'xs' } },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: false, fz: 'xs' } },
    Modal: {
      defaultProps: {
        radius: 'md',
        padding: 'md',
        lockScroll: false,
        yOffset: '10vh',
        shadow: 'xl',
        transitionProps: { duration: 100 },
        overlayProps: { color: 'var(--scrim)', backgroundOpacity: 1 },
      },
    },
    Menu: { defaultProps: { withInitialFocusPlaceholder: false, transitionProps: { duration: 80 } } },
    Popover: { defaultProps: { transitionProps: { duration: 80 } } },
    Kbd: { defaultProps: { size: 'xs' } },
  },
});

/** Points Mantine's own variables at the token sheet, the same for both schemes: the tokens carry the theme. */
export const mantineVariables: CSSVariablesResolver = () => {
  const scheme = {
    '--mantine-color-body': 'var(--panel)',
    '--mantine-color-text': 'var(--text)',
    '--mantine-color-dimmed': 'var(--text-3)',
    '--mantine-color-placeholder': 'var(--text-3)',
    '--mantine-color-default': 'var(--panel)',
    '--mantine-color-default-hover': 'var(--hover)',
    '--mantine-color-default-color': 'var(--text)',
    '--mantine-color-default-border': 'var(--line-strong)',
    '--mantine-color-error': 'var(--disputed)',
    '--mantine-color-anchor': 'var(--accent)',
    '--mantine-primary-color-filled': 'var(--accent)',
    '--mantine-primary-color-filled-hover': 'var(--accent-hover)',
    '--mantine-primary-color-light': 'var(--accent-soft)',
    '--mantine-primary-color-light-color': 'var(--accent)',
    '--mantine-primary-color-contrast': 'var(--text-on-accent)',
    '--mantine-color-accent-filled': 'var(--accent)',
    '--mantine-color-accent-filled-hover': 'var(--accent-hover)',
    '--mantine-color-accent-light': 'var(--accent-soft)',
    '--mantine-color-accent-light-color': 'var(--accent)',
    '--mantine-color-white': 'var(--text-on-accent)',
    '--mantine-color-gray-light-color': 'var(--text-2)',
    '--mantine-color-gray-light-hover': 'var(--hover)',
  };
  return { variables: {}, light: scheme, dark: scheme };
};
