// First: schemas are made as their modules are read.
import './app/trusted-types.ts';
import '@mantine/core/styles.layer.css';
import 'flexlayout-react/style/light.css';
import './app/fonts.css';
import './app/theme.css';
import './app/base.css';
import './app/flexlayout.css';
import './ui/marks.css';
import './ui/kit.css';
import { createRoot } from 'react-dom/client';
import './app/i18n.ts';
import { App } from './app/App.tsx';

const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<App />);
