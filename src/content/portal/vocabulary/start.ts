import { indexLabels } from './label.ts';

/** Titles of a start page that shows a few of everything. Words: en | de | es | fr | it | nl. */
const START_WORDS =
  'Dashboard|Home|Overview|Welcome|Start|Startseite|Übersicht|Willkommen|Inicio|Panel|Panel de control|Resumen|Accueil|Tableau de bord|Vue d’ensemble|Bienvenue|Pagina iniziale|Cruscotto|Panoramica|Benvenuto|Overzicht|Startpagina|Welkom';

const startWords = indexLabels<'start'>({ start: START_WORDS });

export const isStartTitle = (text: string): boolean => text.length < 40 && startWords(text).length > 0;
