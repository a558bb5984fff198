declare module 'markdown-it';
